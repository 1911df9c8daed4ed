using System.Text.Json;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Commands;

public class RenderCommandTests
{
    [Fact]
    public async Task A_foreign_plugin_renders_floats_with_its_parameters()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("33x17", 3, "-pix_fmt", "gbrapf32le", "-format", "float", folder.File("in.%04d.exr"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.####.exr"), "--plugin", Shell.GainBundle, "--set", "gain=4", "-o", folder.File("out.####.exr"), "--json");

        Assert.Equal((0, ""), (outcome.Code, outcome.Error.Replace(Progress(outcome), "", StringComparison.Ordinal)));
        Assert.Equal(3, JsonDocument.Parse(outcome.Output).RootElement.GetProperty("rendered").GetInt32());
        float[] before = Floats(folder.File("in.0003.exr")), after = Floats(folder.File("out.0003.exr"));
        Assert.Equal(before.Select(value => value * 4), after);
        Assert.Contains(after, value => value > 1);
    }

    [Theory]
    [InlineData("rgb24")]
    [InlineData("rgba64be")]
    public async Task A_plugin_that_takes_floats_alone_returns_integers_unchanged(string format)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("20x10", 1, "-pix_fmt", format, folder.File("in.png"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.png"), "--plugin", Shell.GainBundle, "-o", folder.File("out.png"), "--quiet");

        Assert.Equal(new Shell.Outcome(0, "", ""), outcome);
        Assert.Equal(Ffmpeg.Decode(folder.File("in.png"), format), Ffmpeg.Decode(folder.File("out.png"), format));
    }

    [Theory]
    [InlineData("gian=2", "gain")]
    [InlineData("gain=11", "gain")]
    [InlineData("gain=much", "much")]
    [InlineData("gain", "name=value")]
    public async Task A_setting_that_cannot_be_is_a_usage_error(string setting, string named)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-pix_fmt", "rgb24", folder.File("in.png"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.png"), "--plugin", Shell.GainBundle, "--set", setting, "-o", folder.File("out.png"));

        Assert.Equal(ExitCode.Usage, outcome.Code);
        Assert.Contains(named, Sentence(outcome), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out.png")));
    }

    [Fact]
    public async Task The_plugins_own_reason_for_a_failed_frame_is_told()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 2, "-pix_fmt", "rgb24", folder.File("in.%04d.png"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.####.png"), "--plugin", Shell.GainBundle, "--set", "fail=true", "-o", folder.File("out/f.####.png"));

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("Frame 1 is refused; untick 'fail'.", Sentence(outcome), StringComparison.Ordinal);
        Assert.Empty(folder.Names("out"));
    }

    [Theory]
    [InlineData("--identity", "in.png")]
    [InlineData("--output-layer", "matte")]
    [InlineData("--provider", "automatic")]
    public async Task What_a_plugin_does_not_offer_cannot_be_asked_of_it(string option, string value)
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-pix_fmt", "rgb24", folder.File("in.png"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.png"), "--plugin", Shell.GainBundle, option, value, "-o", folder.File("out.png"));

        Assert.Equal(ExitCode.Usage, outcome.Code);
        Assert.Contains(option, Sentence(outcome), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_card_that_is_not_there_is_told_of()
    {
        using CudaDevice? card = CudaDevice.First();
        Skip.If(card is not null, "This machine has a CUDA card.");
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-pix_fmt", "rgb24", folder.File("in.png"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.png"), "--plugin", Shell.GainBundle, "--gpu", "cuda", "-o", folder.File("out.png"));

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Equal("facefusion: This machine has no CUDA card; install the card's driver, or leave --gpu out.", outcome.Error.TrimEnd());
        Assert.False(File.Exists(folder.File("out.png")));
    }

    [Fact]
    public async Task A_bundle_without_a_plugin_is_named()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-pix_fmt", "rgb24", folder.File("in.png"));
        Directory.CreateDirectory(folder.File("Empty.ofx.bundle/Contents/Linux-x86-64"));
        Directory.CreateDirectory(folder.File("Text.ofx.bundle/Contents/Linux-x86-64"));
        File.WriteAllText(folder.File("Text.ofx.bundle/Contents/Linux-x86-64/Text.ofx"), "no library");

        foreach (string name in (string[])["Missing.ofx.bundle", "Empty.ofx.bundle", "Text.ofx.bundle"])
        {
            foreach (string[] command in (string[][])[["describe", folder.File(name)], ["render", folder.File("in.png"), "--plugin", folder.File(name), "-o", folder.File("out.png")]])
            {
                Shell.Outcome outcome = await Shell.Run(command);
                Assert.Equal(ExitCode.Failed, outcome.Code);
                Assert.Contains(name[..^".ofx.bundle".Length], Sentence(outcome), StringComparison.Ordinal);
            }
        }

        Assert.False(File.Exists(folder.File("out.png")));
    }

    [Fact]
    public async Task An_effect_that_the_bundle_lacks_is_named()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("16x16", 1, "-pix_fmt", "rgb24", folder.File("in.png"));

        Shell.Outcome outcome = await Shell.Run("render", folder.File("in.png"), "--plugin", Shell.GainBundle, "--effect", "no.such", "-o", folder.File("out.png"));

        Assert.Equal(ExitCode.Failed, outcome.Code);
        Assert.Contains("no.such", Sentence(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_with_130()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.MakePattern("640x480", 60, "-c:v", "ffv1", "-pix_fmt", "bgr0", folder.File("in.mkv"));
        using CancellationTokenSource cancellation = new();
        Task<Shell.Outcome> run = Shell.Run(cancellation.Token, "render", folder.File("in.mkv"), "--plugin", Shell.GainBundle, "-o", folder.File("out/out.mkv"));
        while (!run.IsCompleted && (!Directory.Exists(folder.File("out")) || folder.Names("out").Count == 0))
            await Task.Delay(5);

        await cancellation.CancelAsync();

        Shell.Outcome outcome = await run;
        Assert.True(outcome.Code == ExitCode.Cancelled, $"{outcome.Code}: {outcome.Error}");
        Assert.Empty(folder.Names("out"));
    }

    [Fact]
    public async Task Resume_and_overwrite_together_are_a_usage_error()
    {
        Shell.Outcome outcome = await Shell.Run("render", "in.png", "-o", "out.png", "--resume", "--overwrite");

        Assert.Equal(ExitCode.Usage, outcome.Code);
        Assert.Contains("--overwrite", Sentence(outcome), StringComparison.Ordinal);
    }

    /// <summary>The one line on the error stream.</summary>
    private static string Sentence(Shell.Outcome outcome)
    {
        string line = Assert.Single(outcome.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("facefusion: ", line, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        return line;
    }

    private static string Progress(Shell.Outcome outcome) =>
        string.Concat(outcome.Error.Split('\n').Where(line => line.StartsWith("frame ", StringComparison.Ordinal)).Select(line => line + "\n"));

    private static float[] Floats(string file)
    {
        byte[] bytes = Ffmpeg.Decode(file, "gbrapf32le");
        float[] floats = new float[bytes.Length / 4];
        Buffer.BlockCopy(bytes, 0, floats, 0, bytes.Length);
        return floats;
    }
}
