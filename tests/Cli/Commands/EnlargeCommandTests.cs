using System.Text.Json;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Cli.Tests.Commands;

/// <summary>Pictures enlarged from file to file, by a network that repeats each pixel and swaps nothing but red with its opposite.</summary>
public sealed class EnlargeCommandTests : IDisposable
{
    private const int Tile = 32, Scale = 2;

    private readonly TemporaryFolder _folder = new();

    public EnlargeCommandTests()
    {
        float[] twice = new float[3 * Scale * Scale];
        twice.AsSpan().Fill(1);
        _folder.Write("twice.onnx", new OnnxGraph()
            .Input("input", 1, 3, Tile, Tile).Constant("twice", [3, 1, Scale, Scale], twice).Constant("sign", [1, 3, 1, 1], -1f, 1f, 1f).Constant("add", [1, 3, 1, 1], 1f, 0f, 0f)
            .Node("Mul", ["input", "sign"], "signed").Node("Add", ["signed", "add"], "opposite")
            .Node("ConvTranspose", ["opposite", "twice"], "output", ("strides", new long[] { Scale, Scale }), ("group", 3))
            .Output("output", 1, 3, Scale * Tile, Scale * Tile).ToArray());
    }

    [Fact]
    public async Task A_sequence_becomes_one_of_larger_pictures()
    {
        Ffmpeg.Make("-f", "lavfi", "-i", "color=0x3380c0:s=50x70:r=1:d=2", "-pix_fmt", "rgb24", _folder.File("in.%04d.png"));
        Shell.Outcome outcome = await Shell.Run(
            "enlarge", _folder.File("in.####.png"), "-o", _folder.File("out.####.png"), "--network", _folder.File("twice.onnx"), "--quiet", "--json");
        Assert.Equal((ExitCode.Done, ""), (outcome.Code, outcome.Error));
        JsonElement done = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal((100, 140, 2), (done.GetProperty("width").GetInt32(), done.GetProperty("height").GetInt32(), done.GetProperty("rendered").GetInt32()));
        byte[] source = Ffmpeg.Decode(_folder.File("in.0002.png"), "rgb24"), pixels = Ffmpeg.Decode(_folder.File("out.0002.png"), "rgb24");
        Assert.Equal(3 * 100 * 140, pixels.Length);
        for (int i = 0; i < pixels.Length; i++)
            Assert.Equal(i % 3 == 0 ? 255 - source[0] : source[i % 3], pixels[i]);
    }

    [Fact]
    public async Task What_runs_the_network_can_be_chosen_and_a_note_tells_why_it_was_something_else()
    {
        Ffmpeg.Make("-f", "lavfi", "-i", "color=0x3380c0:s=40x30:r=1:d=1", "-pix_fmt", "rgb24", _folder.File("one.png"));
        string[] order = ["enlarge", _folder.File("one.png"), "--network", _folder.File("twice.onnx"), "--quiet"];
        SessionCache.Purge();
        try
        {
            Shell.Outcome processor = await Shell.Run([.. order, "-o", _folder.File("processor.png"), "--provider", "cpu"]);
            Assert.Equal((ExitCode.Done, ""), (processor.Code, processor.Error));

            // Apple's and Microsoft's are on no machine at once.
            string elsewhere = OperatingSystem.IsMacOS() ? "directml" : "coreml";
            Shell.Outcome card = await Shell.Run([.. order, "-o", _folder.File("card.png"), "--provider", elsewhere, "--json"]);
            Assert.Equal(ExitCode.Done, card.Code);
            string[] notes = [.. JsonDocument.Parse(card.Output).RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];
            Assert.Equal("Run by the processor: twice.onnx.", notes[0]);
            Assert.Contains($"has no {(OperatingSystem.IsMacOS() ? "DirectML" : "CoreML")};", Assert.Single(notes.Skip(1)), StringComparison.Ordinal);
            Assert.Equal(File.ReadAllBytes(_folder.File("processor.png")), File.ReadAllBytes(_folder.File("card.png")));
        }
        finally
        {
            SessionCache.Purge();
        }

        Shell.Outcome unknown = await Shell.Run([.. order, "-o", _folder.File("no.png"), "--provider", "abacus"]);
        Assert.Equal(ExitCode.Usage, unknown.Code);
        Assert.False(File.Exists(_folder.File("no.png")));
    }

    [Fact]
    public async Task What_cannot_be_is_told_in_a_sentence()
    {
        Ffmpeg.Make("-f", "lavfi", "-i", "color=red:s=20x20:d=1:r=1", "-pix_fmt", "rgb24", _folder.File("one.png"));
        Shell.Outcome unknown = await Shell.Run("enlarge", _folder.File("one.png"), "-o", _folder.File("big.png"), "--network", "nothing");
        Assert.Equal(ExitCode.Failed, unknown.Code);
        Assert.StartsWith("facefusion: There is no network 'nothing' that enlarges frames", unknown.Error, StringComparison.Ordinal);
        Shell.Outcome share = await Shell.Run("enlarge", _folder.File("one.png"), "-o", _folder.File("big.png"), "--network", _folder.File("twice.onnx"), "--share", "2");
        Assert.Equal(ExitCode.Usage, share.Code);
        Assert.False(File.Exists(_folder.File("big.png")));
    }

    public void Dispose() => _folder.Dispose();
}
