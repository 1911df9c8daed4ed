using System.IO.Compression;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Cli.Tests.Models;

/// <summary>Files that no manifest knows: recognised by what they take and give, asked for, and kept in the user's manifest.</summary>
public sealed class AddCommandTests : IDisposable
{
    // What a manifest says of a network whose content it doesn't know.
    private static readonly ModelEntry GhostEntry = new(
        "ghost-1-256", "GHOST 1 (256 pixels)", ModelTask.Swapper, ContractNames.Ghost, "ghost_1_256.onnx", null, null, "https://example.org/ghost_1_256.onnx",
        new ModelLicence("Apache-2.0", "Commercial use is allowed; the licence and its notices go with copies.", CommercialUse.Allowed), [], []);

    private readonly ModelsFixture _models = new() { More = [GhostEntry] };

    [Fact]
    public async Task What_is_recognised_is_added_once_it_was_confirmed()
    {
        string file = _models.Write("My Swap.onnx", Inswapper());
        _models.Answer = "y";
        ModelsFixture.Outcome outcome = await _models.Run("add", file);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("looks like an inswapper: takes target 1×3×128×128, source 1×512, gives output 1×3×128×128.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Ask whoever made the file before commercial use.", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "my-swap.onnx"], _models.UserFiles.Order(StringComparer.Ordinal));

        ModelEntry entry = Assert.Single(FolderManifest.Read(_models.UserFolder));
        Assert.Equal(("my-swap", "inswapper 'My Swap'", ContractNames.InSwapper, ModelTask.Swapper), (entry.Id, entry.Name, entry.Contract, entry.Task));
        ModelsFixture.Outcome listed = await _models.Run("verify", "my-swap");
        Assert.Equal($"my-swap: present '{Path.Combine(_models.UserFolder, "my-swap.onnx")}'{Environment.NewLine}", listed.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    public async Task Without_a_yes_nothing_is_added(string answer)
    {
        _models.Answer = answer;
        ModelsFixture.Outcome outcome = await _models.Run("add", _models.Write("mine.onnx", Inswapper()));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("nobody confirmed what it is; answer 'y' or pass --yes.", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_models.UserFiles);
    }

    [Fact]
    public async Task Families_that_look_alike_are_told_apart_by_the_user()
    {
        string file = _models.Write("mine.onnx", LookAlike());
        ModelsFixture.Outcome outcome = await _models.Run("add", "--yes", file);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("may be a SimSwap or a GHOST or a HifiFace, which look alike; say which with --as simswap or --as ghost or --as hififace.", outcome.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await _models.Run("add", "--yes", "--as", "hififace", file)).ExitCode);
        Assert.Equal(ContractNames.HifiFace, Assert.Single(FolderManifest.Read(_models.UserFolder)).Contract);
    }

    [Fact]
    public async Task A_file_of_a_listed_name_completes_what_the_manifest_says_of_it()
    {
        ModelsFixture.Outcome outcome = await _models.Run("add", "--yes", _models.Write("ghost_1_256.onnx", LookAlike()));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        ModelEntry entry = Assert.Single(FolderManifest.Read(_models.UserFolder));
        Assert.Equal(GhostEntry with { Bytes = entry.Bytes, Sha256 = entry.Sha256, Inputs = entry.Inputs, Outputs = entry.Outputs }, entry);
        Assert.Contains("ghost-1-256", (await _models.Run("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_of_the_wrong_shape_isn_t_what_the_user_says()
    {
        ModelsFixture.Outcome outcome = await _models.Run("add", "--yes", "--as", "xseg", _models.Write("mine.onnx", Inswapper()));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is not an XSeg occlusion mask, which takes 1xSxSx3 and gives 1xSxSx1, but takes 'target' 1x3x128x128", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _models.Run("add", "--as", "oracle", _models.Write("mine.onnx", Inswapper()))).ExitCode);
    }

    [Fact]
    public async Task Two_files_of_one_name_get_ids_of_their_own()
    {
        Directory.CreateDirectory(_models.UserFolder);
        Assert.Equal(0, (await _models.Run("add", "--yes", _models.Write("mine.onnx", Inswapper()))).ExitCode);
        Assert.Equal(0, (await _models.Run("add", "--yes", _models.Write("mine.onnx", Inswapper(gain: 2)))).ExitCode);
        Assert.Equal(["mine", "mine-2"], FolderManifest.Read(_models.UserFolder).Select(entry => entry.Id));
        Assert.Equal(0, (await _models.Run("remove", "mine")).ExitCode);
        Assert.Equal(["mine-2"], FolderManifest.Read(_models.UserFolder).Select(entry => entry.Id));
    }

    [Fact]
    public async Task What_a_manifest_lists_without_its_content_can_t_be_fetched()
    {
        ModelsFixture.Outcome outcome = await _models.Run("fetch", "--accept-licence", "ghost-1-256");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("could not be verified; get 'ghost_1_256.onnx' yourself and run 'facefusion models add FILE'.", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("random")]
    [InlineData("zip")]
    [InlineData("opset")]
    [InlineData("empty")]
    [InlineData("family")]
    public async Task What_is_no_network_is_refused_in_one_sentence(string kind)
    {
        string file = _models.Write("bad.onnx", Bad(kind));
        ModelsFixture.Outcome outcome = await _models.Run("add", "--yes", file);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
        Assert.Contains(file, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(kind == "family" ? "looks like no network of a family known here" : "give a whole ONNX model", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_models.UserFiles);
    }

    [Fact]
    public async Task A_path_with_dots_and_a_link_lead_to_the_file_itself()
    {
        string file = _models.Write("mine.onnx", Inswapper()), folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        string link = Path.Combine(folder, "link.onnx");
        File.CreateSymbolicLink(link, file);
        Assert.Equal(0, (await _models.Run("add", "--yes", Path.Combine(folder, "sub", "..", "link.onnx"))).ExitCode);
        FileInfo added = new(Path.Combine(_models.UserFolder, "link.onnx"));
        Assert.Null(added.LinkTarget);
        Assert.Equal(new FileInfo(file).Length, added.Length);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_named()
    {
        string file = _models.Write("mine.onnx", [1]), link = file + ".link";
        File.CreateSymbolicLink(link, link + "2");
        ModelsFixture.Outcome outcome = await _models.Run("add", "--yes", link);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"The model file '{link}' does not exist", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_manifest_is_named()
    {
        string path = _models.Place("manifest.json", "{"u8);
        ModelsFixture.Outcome outcome = await _models.Run("list");
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"facefusion: The model manifest '{path}' can't be read", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith($"; correct or delete it.{Environment.NewLine}", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _models.Dispose();

    private static byte[] Bad(string kind)
    {
        byte[] whole = Inswapper();
        switch (kind)
        {
            case "truncated":
                return whole[..(whole.Length / 2)];
            case "random":
                byte[] random = new byte[5000];
                new Random(3).NextBytes(random);
                return random;
            case "zip":
                using (MemoryStream stream = new())
                {
                    using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
                    using (Stream entry = archive.CreateEntry("model.onnx").Open())
                        entry.Write(whole);
                    return stream.ToArray();
                }

            case "opset":
                return new OnnxGraph().Input("input", 1, 3).Output("output", 1, 3).Node("Identity", ["input"], "output").ToArray(opset: 999);
            case "empty":
                return [];
            default:
                return new OnnxGraph().Input("input", 1, 77).Output("output", 1, 77).Node("Identity", ["input"], "output").ToArray();
        }
    }

    private static byte[] Inswapper(float gain = 1) => new OnnxGraph()
        .Input("target", 1, 3, 128, 128).Input("source", 1, 512).Output("output", 1, 3, 128, 128)
        .Constant("gain", [1], gain)
        .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 1 }), ("keepdims", 0))
        .Node("Mul", ["target", "mean"], "mixed").Node("Mul", ["mixed", "gain"], "output").ToArray();

    // SimSwap, GHOST and HifiFace take and give the same.
    private static byte[] LookAlike() => new OnnxGraph()
        .Input("target", 1, 3, 256, 256).Input("source", 1, 512).Output("output", 1, 3, 256, 256)
        .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 1 }), ("keepdims", 0))
        .Node("Mul", ["target", "mean"], "output").ToArray();
}
