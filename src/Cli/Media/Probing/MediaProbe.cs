using System.Globalization;
using System.Text.Json;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Media.Sequences;

namespace FaceFusion.Cli.Media.Probing;

/// <summary>Looks into an input with <c>ffprobe</c>.</summary>
internal sealed class MediaProbe(FfmpegTools tools, CancellationToken token)
{
    /// <summary>What a sequence runs at when nothing tells: film's rate.</summary>
    private static readonly Rational DefaultRate = new(24, 1);

    /// <summary>Looks into a picture, a video, a sequence (<c>name.####.exr</c>) or a folder of frames.</summary>
    /// <exception cref="CliException">There is nothing that can be read.</exception>
    public MediaSource Open(string path)
    {
        if (File.Exists(path))
            return OpenFile(path);
        if (Directory.Exists(path))
            return OpenSequence(path, SequenceFolder.Find(path));
        if (SequencePattern.TryParse(path) is { } pattern)
            return OpenSequence(path, pattern);

        throw new CliException($"There is no input '{path}'; name a picture, a video, a folder of frames or a sequence such as 'name.####.exr'.");
    }

    /// <summary>Whether a file can be read and its frames have the given source's size and layout.</summary>
    public bool Matches(string file, MediaSource source)
    {
        if (!File.Exists(file) || !PictureFile.IsComplete(file))
            return false;

        using JsonDocument? answer = TryAsk(file, out _);
        return answer is not null && PictureStream.Find(answer.RootElement) is { } stream
            && stream.Width == source.Width && stream.Height == source.Height
            && (source.IsConverted || stream.PixelFormat == source.Layout.Name);
    }

    private MediaSource OpenSequence(string path, SequencePattern pattern)
    {
        IReadOnlyList<int> frames = pattern.FindFrames();
        if (frames.Count == 0)
            throw new CliException($"No file matches '{pattern}'; check the name and the number of '#'.");

        return OpenPicture(pattern.File(frames[0])) with { Path = path, Kind = MediaKind.Sequence, Pattern = pattern, Frames = frames };
    }

    private MediaSource OpenFile(string path)
    {
        MediaSource source = OpenPicture(path);
        if (source.Kind == MediaKind.Video)
            return source;

        // A frame of a sequence rendered on its own keeps its number, hence its time.
        return source with { Frames = [SequencePattern.TryParseFrame(path)?.Number ?? 1] };
    }

    private MediaSource OpenPicture(string path)
    {
        if (new FileInfo(path).Length == 0)
            throw new CliException($"The file '{path}' is empty; copy or render it again.");

        using JsonDocument? answer = TryAsk(path, out FfmpegLog log);
        if (log.TellsOfTruncation && answer is null)
            throw new CliException($"The video '{path}' is truncated ({log.Reason}); copy or export it again.");
        if (answer is null || PictureStream.Find(answer.RootElement) is not { } stream)
            throw new CliException($"The file '{path}' is neither a picture nor a video that ffmpeg can read; convert it first.");

        return stream.IsStill ? Still(path, stream) : Video(path, stream, log.TellsOfTruncation);
    }

    private static MediaSource Still(string path, PictureStream stream)
    {
        if (!PictureFile.IsComplete(path))
            throw new CliException($"The picture '{path}' is truncated; copy or render it again.");

        ExrHeader? exr = stream.Codec == "exr" ? ExrHeader.TryRead(path) : null;
        return Describe(path, MediaKind.Still, stream) with
        {
            FrameRate = exr?.FramesPerSecond ?? DefaultRate,
            Colourspace = exr?.Colourspace,
            IsHalf = exr is { IsHalf: true } || stream.PixelFormat.Contains("f16", StringComparison.Ordinal),
        };
    }

    private MediaSource Video(string path, PictureStream stream, bool truncated)
    {
        PacketList packets = ReadPackets(path, stream);
        int count = packets.Count;
        if (count == 0)
            throw new CliException($"The video '{path}' holds no frames; copy or export it again.");

        FrameTiming timing = packets.Starts is { } starts
            ? FrameTiming.From(starts, packets.End, stream.TimeBase, stream.Rate)
            : new(stream.Rate, null);
        return Describe(path, MediaKind.Video, stream) with
        {
            Frames = [.. Enumerable.Range(1, count)],
            FrameRate = timing.Rate,
            Durations = timing.Durations,
            PictureStart = packets.Starts is [var first, ..] ? Math.Max(0, (first * stream.TimeBase.Value) - stream.FileStart) : 0,
            IsTruncated = truncated || packets.IsTruncated || stream.DeclaredFrames > packets.Total,
        };
    }

    private static MediaSource Describe(string path, MediaKind kind, PictureStream stream)
    {
        // Grey of a video may be studio range, which only FFmpeg's conversion stretches.
        RawLayout? native = RawLayout.Find(stream.PixelFormat);
        bool untouched = native is not null
            && !(native.IsGrey && stream.Colour.Range != "pc" && (kind == MediaKind.Video || stream.Colour.Range == "tv"));
        return new()
        {
            Path = path,
            Kind = kind,
            Frames = [1],
            Width = stream.Width,
            Height = stream.Height,
            PixelAspect = stream.PixelAspect,
            FrameRate = stream.Rate,
            Layout = untouched ? native! : RawLayout.Get(stream.Format.Bits > 8 ? "rgba64le" : "rgba"),
            IsConverted = !untouched,
            Bits = stream.Format.Bits,
            HasAlpha = stream.Format.HasAlpha,
            Colour = stream.Format.IsRgb || stream.Format.IsGrey ? ColourTags.Srgb : stream.Colour,
            StreamIndex = stream.Index,
            Audio = kind == MediaKind.Video ? stream.Audio : null,
        };
    }

    private JsonDocument? TryAsk(string path, out FfmpegLog log)
    {
        string[] arguments = ["-v", "error", "-show_streams", "-show_format", "-show_pixel_formats", "-of", "json", "-i", "file:" + path];
        (int code, string text, log) = Run(arguments);
        return code == 0 ? JsonDocument.Parse(text) : null;
    }

    private PacketList ReadPackets(string path, PictureStream stream)
    {
        string[] arguments =
        [
            "-v", "error", "-select_streams", stream.Index.ToString(CultureInfo.InvariantCulture),
            "-show_entries", "packet=pts,duration,flags", "-of", "csv=p=0", "-i", "file:" + path,
        ];
        (_, string text, FfmpegLog log) = Run(arguments);
        return PacketList.Parse(text, log.TellsOfTruncation);
    }

    private (int Code, string Text, FfmpegLog Log) Run(string[] arguments)
    {
        using FfmpegProcess process = FfmpegProcess.Start(tools.Ffprobe, arguments, token);
        process.Input.Close();
        using StreamReader reader = new(process.Output);
        string text = reader.ReadToEnd();
        return (process.WaitForExit(), text, process.Log);
    }
}
