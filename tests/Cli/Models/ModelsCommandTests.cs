using System.Text.Json;
using FaceFusion.Cli.Models;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Cli.Tests.Models;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly ModelsFixture _models = new();

    [Fact]
    public async Task The_list_is_a_table_of_how_each_model_stands()
    {
        _models.Place(ModelsFixture.FileName, _models.Content);
        ModelsFixture.Outcome outcome = await _models.Run("list");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));

        string detector = Line(outcome.Output, ModelsFixture.Id);
        Assert.Equal(
            ["tiny-detector", "detector", "tiny face detector", "needed", "293.0 KiB", "CC-BY-4.0", "ask", "present", "yes", _models.UserFolder],
            detector.Split('│', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Matches("optional.*missing", Line(outcome.Output, ModelsFixture.OtherId));
    }

    [Fact]
    public async Task The_list_as_json_holds_everything_a_script_needs()
    {
        string path = _models.Place(ModelsFixture.FileName, "damaged"u8);
        ModelsFixture.Outcome outcome = await _models.Run("list", "--json");
        using JsonDocument json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("wrong-hash", json.RootElement[0].GetProperty("state").GetString());
        Assert.Equal(path, json.RootElement[0].GetProperty("path").GetString());
        Assert.Equal(["needed", "optional"], json.RootElement.EnumerateArray().Select(model => model.GetProperty("use").GetString()));
        JsonElement detector = json.RootElement[0].GetProperty("entry");
        Assert.Equal("tiny-detector", detector.GetProperty("id").GetString());
        Assert.Equal("detector", detector.GetProperty("task").GetString());
        Assert.Equal(300_000, detector.GetProperty("bytes").GetInt64());
        Assert.Equal(64, detector.GetProperty("sha256").GetString()!.Length);
        Assert.Equal("CC-BY-4.0", detector.GetProperty("licence").GetProperty("id").GetString());
        Assert.Equal("missing", json.RootElement[1].GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement[1].GetProperty("path").ValueKind);
    }

    [Fact]
    public async Task Adding_takes_known_files_of_any_name_and_names_the_others()
    {
        string known = _models.Write("download", _models.Content);
        string unknown = _models.Write("holiday.jpg", [1, 2, 3]);
        ModelsFixture.Outcome outcome = await _models.Run("add", unknown, known);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"The model file '{unknown}' can't be loaded", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(_models.Target, outcome.Output, StringComparison.Ordinal);
        Assert.Equal([ModelsFixture.FileName], _models.UserFiles);
    }

    [Fact]
    public async Task Adding_what_is_known_succeeds()
    {
        ModelsFixture.Outcome outcome = await _models.Run("add", _models.Write("a", _models.Content), _models.Write("b", _models.OtherContent));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(2, _models.UserFiles.Length);
    }

    [Fact]
    public async Task Verifying_everything_is_content_with_what_is_missing()
    {
        _models.Place(ModelsFixture.FileName, _models.Content);
        ModelsFixture.Outcome outcome = await _models.Run("verify");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            $"tiny-detector: present '{_models.Target}'{Environment.NewLine}tiny-mesh: missing{Environment.NewLine}",
            outcome.Output);
    }

    [Theory]
    [InlineData("tiny-detector", 0)]
    [InlineData("tiny-mesh", 1)]
    public async Task A_model_asked_for_by_its_id_must_be_there(string id, int exitCode)
    {
        _models.Place(ModelsFixture.FileName, _models.Content);
        Assert.Equal(exitCode, (await _models.Run("verify", id)).ExitCode);
    }

    [Fact]
    public async Task The_models_the_plugin_needs_must_be_there_when_asked_for()
    {
        Assert.Equal(1, (await _models.Run("verify", "--used")).ExitCode);
        _models.Place(ModelsFixture.FileName, _models.Content);
        ModelsFixture.Outcome outcome = await _models.Run("verify", "--used");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            $"tiny-detector: present '{_models.Target}'{Environment.NewLine}tiny-mesh: missing{Environment.NewLine}",
            outcome.Output);
    }

    [Fact]
    public async Task An_optional_model_may_be_missing_but_not_damaged()
    {
        _models.Place(ModelsFixture.FileName, _models.Content);
        Assert.Equal(1, (await _models.Run("verify", "--used", ModelsFixture.OtherId)).ExitCode);
        _models.Place("tiny_mesh.onnx", "damaged"u8);
        Assert.Equal(1, (await _models.Run("verify", "--used")).ExitCode);
    }

    [Fact]
    public void The_engine_s_models_are_in_the_manifest()
        => Assert.All(ModelsContext.FromEnvironment().Select(ids: null, used: true), id => Assert.NotNull(ModelManifest.BuiltIn.Find(id)));

    [Fact]
    public async Task One_flipped_bit_fails_the_verification()
    {
        byte[] damaged = [.. _models.Content];
        damaged[^1] ^= 1;
        _models.Place(ModelsFixture.FileName, damaged);
        ModelsFixture.Outcome outcome = await _models.Run("verify");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"tiny-detector: wrong hash '{_models.Target}'", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify", "oracle")]
    [InlineData("fetch")]
    [InlineData("fetch", "oracle")]
    [InlineData("remove", "oracle")]
    [InlineData("fetch", "tiny-detector", "tiny-mesh", "--source", "https://example.org/a.onnx")]
    [InlineData("fetch", "tiny-detector", "--source", "file:///etc/hostname")]
    [InlineData("fetch", "tiny-detector", "--source", "model.onnx")]
    public async Task What_can_t_be_asked_for_is_wrong_usage(params string[] arguments)
    {
        ModelsFixture.Outcome outcome = await _models.Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Single(outcome.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(_models.UserFiles);
    }

    [Fact]
    public async Task Removing_deletes_the_user_s_file_and_what_a_fetch_left_of_it()
    {
        _models.Place(ModelsFixture.FileName, _models.Content);
        _models.Place(ModelsFixture.FileName + ".part", [1, 2, 3]);
        ModelsFixture.Outcome outcome = await _models.Run("remove", ModelsFixture.Id);
        Assert.Equal((0, $"tiny-detector: '{_models.Target}' is deleted{Environment.NewLine}", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
        Assert.Empty(_models.UserFiles);

        outcome = await _models.Run("remove", ModelsFixture.Id);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(_models.Target, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_network_is_inspected_and_recognised_by_what_it_takes_and_gives()
    {
        string path = _models.Write("mystery.onnx", Swapper());
        ModelsFixture.Outcome outcome = await _models.Run("inspect", path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches("Looks like +an inswapper", outcome.Output);
        Assert.Matches("Model +unknown to this version", outcome.Output);
        Assert.Contains("target: Float32 [1, 3, 128, 128]", outcome.Output, StringComparison.Ordinal);

        outcome = await _models.Run("inspect", "--json", path);
        using JsonDocument json = JsonDocument.Parse(outcome.Output);
        JsonElement model = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("inswapper", Assert.Single(model.GetProperty("families").EnumerateArray()).GetString());
        Assert.Equal([1, 512], model.GetProperty("inputs")[1].GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(Swapper().Length, model.GetProperty("bytes").GetInt32());
    }

    [Fact]
    public async Task What_is_no_network_is_named_and_keeps_no_other_from_being_inspected()
    {
        string page = _models.Write("page.onnx", "<!DOCTYPE html><p>Not found</p>"u8.ToArray()), missing = page + ".gone";
        string whole = _models.Write("whole.onnx", Swapper()), cut = _models.Write("cut.onnx", Swapper()[..^40]);
        ModelsFixture.Outcome outcome = await _models.Run("inspect", page, missing, cut, whole);
        Assert.Equal(1, outcome.ExitCode);
        string[] errors = outcome.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, errors.Length);
        Assert.Contains("page.onnx", errors[0], StringComparison.Ordinal);
        Assert.Contains(missing, errors[1], StringComparison.Ordinal);
        Assert.Contains("cut.onnx", errors[2], StringComparison.Ordinal);
        Assert.Contains(whole, outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _models.Dispose();

    private static byte[] Swapper() => new OnnxGraph()
        .Input("target", 1, 3, 128, 128).Input("source", 1, 512).Output("output", 1, 3, 128, 128)
        .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 1 }), ("keepdims", 0))
        .Node("Mul", ["target", "mean"], "output")
        .ToArray();

    private static string Line(string output, string id)
        => Assert.Single(output.Split(Environment.NewLine), line => line.Contains(id, StringComparison.Ordinal));
}
