using FaceFusion.Cli.Layers;
using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Writing;

namespace FaceFusion.Cli.Rendering;

/// <summary>A render that was checked against what is on the disk: which frames of which source go where.</summary>
internal sealed record RenderPlan
{
    /// <summary>The input.</summary>
    public required MediaSource Source { get; init; }

    /// <summary>The output.</summary>
    public required OutputTarget Target { get; init; }

    /// <summary>The frames to render, rising; none when everything exists already.</summary>
    public required IReadOnlyList<int> Frames { get; init; }

    /// <summary>Frames that exist already and are left alone.</summary>
    public required int Skipped { get; init; }

    /// <summary>Pixels of the output for one of the source, along a side.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>The pictures that come out: the source's, enlarged.</summary>
    public MediaSource Rendered => Scale == 1 ? Source : Source with { Width = checked(Scale * Source.Width), Height = checked(Scale * Source.Height) };

    /// <summary>How far apart the frames were asked for.</summary>
    public required int Step { get; init; }

    /// <summary>Where the frames' layers go; <see langword="null"/> when nowhere.</summary>
    public LayerTarget? Layers { get; init; }

    /// <summary>The frames that were asked for, rising, whether they exist or not.</summary>
    public required IReadOnlyList<int> AllFrames { get; init; }

    /// <summary>What the user should know; a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Makes a plan.</summary>
    /// <param name="source">The input.</param>
    /// <param name="output">The output's path or pattern.</param>
    /// <param name="range">Which frames; all when <see langword="null"/>.</param>
    /// <param name="existing">What becomes of files that exist.</param>
    /// <param name="toDisplay">Whether scene-linear floats may be encoded for a format that holds none.</param>
    /// <param name="layers">Where the frames' layers go; nowhere when absent.</param>
    /// <exception cref="CliException">It can't be done that way.</exception>
    public static RenderPlan Make(MediaSource source, string output, FrameRange? range, ExistingFiles existing, bool toDisplay, string? layers = null)
    {
        IReadOnlyList<int> frames = FrameRange.Choose(range, source);
        if (source.IsTruncated && range is null)
            throw new CliException($"The video '{source.Path}' is truncated after frame {source.Frames[^1]}; copy it again, or render what is there with --frames 1-{source.Frames[^1]}.");

        OutputTarget target = OutputTarget.Parse(output, frames.Count);
        if (source.Depth == PixelDepth.Float && target.Format.Deepest != PixelDepth.Float && !toDisplay)
            throw CliException.Usage($"The output '{output}' can't hold the floats of '{source.Path}'; write .exr, or add --to-display to encode them with the sRGB curve, clipped to 0-1.");
        if (frames.Any(frame => target.WouldReplace(source, frame)))
            throw CliException.Usage($"The output '{output}' is the input itself; choose another name with -o.");

        LayerTarget? layerTarget = layers is null ? null : LayerTarget.Parse(layers, frames.Count);
        if (layerTarget is not null && frames.Any(frame => layerTarget.WouldReplace(source, target.FileOf(frame), frame)))
            throw CliException.Usage($"The layers '{layers}' are the input or the output itself; choose another name with --layers.");

        IReadOnlyList<int> left = Remaining(target, layerTarget, frames, existing);
        return new()
        {
            Source = source,
            Target = target,
            Layers = layerTarget,
            Frames = left,
            AllFrames = frames,
            Skipped = frames.Count - left.Count,
            Step = range?.Step ?? 1,
            Notes = [.. GapNote(source, frames, range?.Step ?? 1)],
        };
    }

    /// <summary>Opens the writer of the plan's output.</summary>
    /// <param name="alpha">What the alpha of the rendered pictures means.</param>
    /// <param name="tools">The programs.</param>
    /// <param name="token">Ends the writing.</param>
    public IFrameWriter OpenWriter(AlphaMode alpha, FfmpegTools tools, CancellationToken token)
    {
        if (!Target.Format.IsVideo)
            return new SequenceWriter(Target, EncodingRequest.For(Rendered, alpha, Source.FrameRate.DividedBy(Step)), tools, token);

        VideoTimeline timeline = Timeline();
        SoundTrack? sound = Source.Audio is not { } audio
            ? null
            : new(Source.Path, audio.Index, audio.Codec, Source.PictureStart + VideoTimeline.StartOf(Source, Frames[0]), timeline.Duration);
        return new VideoWriter(Target, EncodingRequest.For(Rendered, alpha, timeline.Rate), sound, tools, token);
    }

    /// <summary>How long each frame is shown.</summary>
    public VideoTimeline Timeline() => VideoTimeline.For(Source, Frames, Step);

    private static IReadOnlyList<int> Remaining(OutputTarget target, LayerTarget? layers, IReadOnlyList<int> frames, ExistingFiles existing)
    {
        if (existing == ExistingFiles.Replace)
            return frames;

        string[] there = [.. frames.SelectMany(frame => (string?[])[target.FileOf(frame), layers?.PictureOf(frame), layers?.DataOf(frame)]).OfType<string>().Where(File.Exists)];
        if (existing == ExistingFiles.Keep || there.Length == 0)
            return [.. frames.Where(frame => !(target.Exists(frame) && layers?.Exists(frame) != false))];

        string first = there[0];
        throw CliException.Usage($"The output '{first}' exists; add --overwrite to replace it{(target.Pattern is null ? "" : " or --resume to render the missing frames")}.");
    }

    private static IEnumerable<string> GapNote(MediaSource source, IReadOnlyList<int> frames, int step)
    {
        int gaps = frames.Zip(frames.Skip(1)).Count(pair => pair.Second - pair.First > step);
        return gaps == 0 ? [] : [$"The sequence '{source.Path}' has {(gaps == 1 ? "a gap" : $"{gaps} gaps")}; missing frames were left out."];
    }
}
