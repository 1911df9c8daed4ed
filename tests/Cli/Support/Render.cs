using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Probing;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Tests.Support;

/// <summary>Runs the whole path from a file to a file, with a renderer of the tests in the plugin's place.</summary>
internal static class Render
{
    private sealed class NoProgress : IRenderProgress
    {
        public void Rendered(int frame, int done, int total)
        {
        }
    }

    public static MediaSource Open(string input) => new MediaProbe(Ffmpeg.Tools, default).Open(input);

    public static RenderReport Run(
        string input, string output, IFrameRenderer? renderer = null, string? frames = null,
        ExistingFiles existing = ExistingFiles.Refuse, bool toDisplay = false, FfmpegTools? tools = null, CancellationToken token = default)
    {
        MediaSource source = Open(input);
        RenderPlan plan = RenderPlan.Make(source, output, frames is null ? null : FrameRange.Parse(frames), existing, toDisplay);
        return new RenderJob(plan, renderer ?? new CopyRenderer(), source.Alpha, tools ?? Ffmpeg.Tools).Run(new NoProgress(), token);
    }

    /// <summary>Runs what must fail and returns the message, which must be one sentence and must name the thing.</summary>
    public static CliException Fails(string named, Action run)
    {
        CliException failure = Assert.Throws<CliException>(run);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.NotEqual(0, failure.Code);
        return failure;
    }
}
