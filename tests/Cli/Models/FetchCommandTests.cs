using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Models;

public sealed class FetchCommandTests : IDisposable
{
    private readonly ModelsFixture _models = new();

    [Theory]
    [InlineData(nameof(Framing.Length))]
    [InlineData(nameof(Framing.Chunked))]
    [InlineData(nameof(Framing.Close))]
    public async Task A_model_is_fetched_whole_under_its_own_name(string framing)
    {
        await using ModelServer server = new(_models.Content) { Framing = Enum.Parse<Framing>(framing) };
        AssertFetched(await Fetch(server));
        Assert.Equal([null], server.Ranges);
    }

    [Fact]
    public async Task The_licence_is_shown_and_asked_for()
    {
        await using ModelServer server = new(_models.Content);
        _models.Answer = "y\n";
        ModelsFixture.Outcome outcome = await _models.Run("fetch", ModelsFixture.Id, "--source", server.Address);
        AssertFetched(outcome);
        Assert.Contains("CC-BY-4.0. Commercial use is allowed with credit.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("293.0 KiB", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(server.Address, outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Fetch it under this licence? [y/N]", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task Without_a_yes_nothing_is_asked_of_the_server(string answer)
    {
        await using ModelServer server = new(_models.Content);
        _models.Answer = answer;
        ModelsFixture.Outcome outcome = await _models.Run("fetch", ModelsFixture.Id, "--source", server.Address);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("its licence was not accepted; answer 'y' or pass --accept-licence.", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(server.Ranges);
        Assert.Empty(_models.UserFiles);
    }

    [Fact]
    public async Task What_is_there_is_not_fetched_again()
    {
        await using ModelServer server = new(_models.Content);
        _models.Place(ModelsFixture.FileName, _models.Content);
        ModelsFixture.Outcome outcome = await Fetch(server);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("is there already", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(server.Ranges);
    }

    [Fact]
    public async Task A_damaged_file_is_replaced()
    {
        await using ModelServer server = new(_models.Content);
        _models.Place(ModelsFixture.FileName, "damaged"u8);
        AssertFetched(await Fetch(server));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_taken_up_where_it_broke()
    {
        await using ModelServer server = new(_models.Content) { Breaks = 2, BreakAfter = 100_000 };
        AssertFetched(await Fetch(server));
        Assert.Equal([null, "bytes=100000-", "bytes=200000-"], server.Ranges);
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_taken_up_as_well()
    {
        _models.StallTimeout = TimeSpan.FromSeconds(2);
        await using ModelServer server = new(_models.Content) { Breaks = 1, BreakAfter = 1000, Stalls = true };
        AssertFetched(await Fetch(server));
        Assert.Equal([null, "bytes=1000-"], server.Ranges);
    }

    [Fact]
    public async Task A_connection_that_keeps_breaking_leaves_a_part_for_the_next_run()
    {
        await using ModelServer server = new(_models.Content) { Breaks = int.MaxValue, BreakAfter = 20_000 };
        ModelsFixture.Outcome broken = await Fetch(server);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains($"The connection to '{server.Address}' broke after 100000 of 300000 bytes (", broken.Error, StringComparison.Ordinal);
        Assert.Equal([ModelsFixture.FileName + ".part"], _models.UserFiles);

        server.Breaks = 0;
        server.Ranges.Clear();
        AssertFetched(await Fetch(server));
        Assert.Equal(["bytes=100000-"], server.Ranges);
    }

    [Fact]
    public async Task A_server_that_gives_no_parts_is_asked_from_the_start()
    {
        _models.Place(ModelsFixture.FileName + ".part", _models.Content.AsSpan(0, 1234));
        await using ModelServer server = new(_models.Content) { GivesParts = false };
        AssertFetched(await Fetch(server));
        Assert.Equal(["bytes=1234-"], server.Ranges);
    }

    [Fact]
    public async Task A_part_of_another_file_costs_one_more_download()
    {
        _models.Place(ModelsFixture.FileName + ".part", new byte[1000]);
        await using ModelServer server = new(_models.Content);
        AssertFetched(await Fetch(server));
        Assert.Equal(["bytes=1000-", null], server.Ranges);
    }

    [Fact]
    public async Task A_part_that_is_already_whole_needs_no_server()
    {
        _models.Place(ModelsFixture.FileName + ".part", _models.Content);
        await using ModelServer server = new(_models.Content);
        AssertFetched(await Fetch(server));
        Assert.Empty(server.Ranges);
    }

    [Theory]
    [InlineData(nameof(Framing.Length))]
    [InlineData(nameof(Framing.Chunked))]
    [InlineData(nameof(Framing.Close))]
    public async Task Wrong_bytes_are_refused_and_not_kept(string framing)
    {
        byte[] wrong = [.. _models.Content];
        wrong[150_000] ^= 1;
        await using ModelServer server = new(wrong) { Framing = Enum.Parse<Framing>(framing) };
        AssertRefused(await Fetch(server), $"What '{server.Address}' serves is not the tiny face detector (its SHA-256 is another); nothing of it was kept, give another address with --source.");
    }

    [Theory]
    [InlineData(nameof(Framing.Length), 299_999, "it has 299999 bytes instead of 300000")]
    [InlineData(nameof(Framing.Length), 300_001, "it has 300001 bytes instead of 300000")]
    [InlineData(nameof(Framing.Chunked), 299_999, "it has 299999 bytes instead of 300000")]
    [InlineData(nameof(Framing.Chunked), 300_001, "it has more than 300000 bytes")]
    [InlineData(nameof(Framing.Close), 300_001, "it has more than 300000 bytes")]
    public async Task A_file_of_another_length_is_refused_and_not_kept(string framing, int length, string difference)
    {
        byte[] other = [.. _models.Content, 0];
        await using ModelServer server = new(other[..length]) { Framing = Enum.Parse<Framing>(framing) };
        AssertRefused(await Fetch(server), difference);
    }

    [Fact]
    public async Task A_web_page_in_place_of_the_model_is_refused()
    {
        await using ModelServer server = new("<!DOCTYPE html><p>Not here</p>"u8.ToArray());
        AssertRefused(await Fetch(server), "it has 30 bytes instead of 300000");
    }

    [Fact]
    public async Task An_error_of_the_server_is_named()
    {
        await using ModelServer server = new(_models.Content) { Status = "404 Not Found" };
        AssertRefused(await Fetch(server), $"'{server.Address}' answered 404 Not Found; give another address with --source, or try again later.");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        using TcpListener reserved = new(IPAddress.Loopback, 0);
        reserved.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)reserved.LocalEndpoint).Port}/model.onnx";
        reserved.Stop();
        AssertRefused(await _models.Run("fetch", ModelsFixture.Id, "--accept-licence", "--source", address), $"'{address}' can't be reached (");
    }

    [Fact]
    public async Task A_model_without_a_known_address_says_what_to_do()
    {
        ModelsFixture.Outcome outcome = await _models.Run("fetch", ModelsFixture.OtherId, "--accept-licence");
        AssertRefused(outcome, "No public address of the tiny face mesh is known; get 'tiny_mesh.onnx' yourself and run 'facefusion models add FILE', or give its address with --source.");
    }

    [Fact]
    public async Task The_manifest_s_address_is_used_when_no_other_is_given()
    {
        await using ModelServer server = new(_models.Content);
        using ModelsFixture models = new(server.Address);
        ModelsFixture.Outcome outcome = await models.Run("fetch", ModelsFixture.Id, "--accept-licence");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(models.Content, File.ReadAllBytes(models.Target));
    }

    [Fact]
    public async Task The_models_the_plugin_runs_are_fetched_by_one_word()
    {
        await using ModelServer server = new(_models.Content);
        using ModelsFixture models = new(server.Address) { Optional = [] };
        ModelsFixture.Outcome outcome = await models.Run("fetch", "--used", ModelsFixture.Id, "--accept-licence");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal([ModelsFixture.FileName], models.UserFiles);
        Assert.Single(server.Ranges);
    }

    [Fact]
    public async Task An_optional_model_is_fetched_with_them_or_named()
    {
        await using ModelServer server = new(_models.Content);
        using ModelsFixture models = new(server.Address);
        ModelsFixture.Outcome outcome = await models.Run("fetch", "--used", "--accept-licence");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal([ModelsFixture.FileName], models.UserFiles);
        Assert.Contains("No public address of the tiny face mesh is known", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_can_t_be_written_to_is_named()
    {
        await using ModelServer server = new(_models.Content);
        File.WriteAllText(_models.UserFolder, "in the way");
        ModelsFixture.Outcome outcome = await Fetch(server);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"The model file '{_models.Part}' can't be written (", outcome.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_full_disk_is_named_and_leaves_no_model()
    {
        // A file system of 128 KiB in a namespace of its own, where this machine allows that.
        using TemporaryFolder folder = new();
        await using ModelServer server = new(new byte[232_589]);
        string mount = $"mount -t tmpfs -o size=128k none '{folder.Path}'", program = Path.Combine(AppContext.BaseDirectory, "FaceFusion.Cli.dll");
        Skip.If((await InNamespace(mount)).ExitCode != 0, "needs the right to mount a small file system");
        (int exitCode, string output, string error) = await InNamespace(
            $"{mount} && XDG_DATA_HOME='{folder.Path}' FACEFUSION_MODELS= dotnet '{program}' models fetch yunet-2023mar --accept-licence --source {server.Address}; code=$?; ls '{folder.Path}/facefusion/models' | sed s/^/left:/; exit $code");
        Assert.Equal(1, exitCode);
        Assert.Contains("free some space", error, StringComparison.Ordinal);
        Assert.DoesNotContain("left:face_detection_yunet_2023mar.onnx\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_fetches_of_one_file_do_not_write_into_each_other()
    {
        using FileStream other = new(_models.Place(ModelsFixture.FileName + ".part", []), FileMode.Open, FileAccess.Write, FileShare.None);
        await using ModelServer server = new(_models.Content);
        ModelsFixture.Outcome outcome = await Fetch(server);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("wait for another fetch of it to end", outcome.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_models.Part));
    }

    [Fact]
    public async Task Stopping_keeps_the_part()
    {
        await using ModelServer server = new(_models.Content) { Breaks = 1, BreakAfter = 5000, Stalls = true };
        using CancellationTokenSource stop = new();
        Task<ModelsFixture.Outcome> fetch = _models.Run(stop.Token, "fetch", ModelsFixture.Id, "--accept-licence", "--source", server.Address);
        while (!File.Exists(_models.Part) || new FileInfo(_models.Part).Length < 5000)
            await Task.Delay(5);
        await stop.CancelAsync();
        ModelsFixture.Outcome outcome = await fetch;
        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("was stopped; run the command again", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(_models.Content[..5000], File.ReadAllBytes(_models.Part));
    }

    public void Dispose() => _models.Dispose();

    private static async Task<(int ExitCode, string Output, string Error)> InNamespace(string script)
    {
        if (!OperatingSystem.IsLinux())
            return (1, "", "");
        ProcessStartInfo start = new("unshare", ["-rm", "sh", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private Task<ModelsFixture.Outcome> Fetch(ModelServer server)
        => _models.Run("fetch", ModelsFixture.Id, "--accept-licence", "--source", server.Address);

    private void AssertFetched(ModelsFixture.Outcome outcome)
    {
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal([ModelsFixture.FileName], _models.UserFiles);
        Assert.Equal(_models.Content, File.ReadAllBytes(_models.Target));
    }

    private void AssertRefused(ModelsFixture.Outcome outcome, string sentence)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(_models.UserFiles);
    }
}
