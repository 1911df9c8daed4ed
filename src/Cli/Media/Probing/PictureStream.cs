using System.Globalization;
using System.Text.Json;

namespace FaceFusion.Cli.Media.Probing;

/// <summary>The pictures of a file, as <c>ffprobe -show_streams -show_format</c> describes them.</summary>
internal sealed record PictureStream
{
    private static readonly Rational FallbackRate = new(25, 1);

    /// <summary>The stream's number in its file.</summary>
    public required int Index { get; init; }

    /// <summary>FFmpeg's name of the codec.</summary>
    public required string Codec { get; init; }

    /// <summary>FFmpeg's name of the pixel format.</summary>
    public required string PixelFormat { get; init; }

    /// <summary>What that format holds.</summary>
    public required PixelFormatInfo Format { get; init; }

    /// <summary>Pixels a row, after the rotation that the file asks for.</summary>
    public required int Width { get; init; }

    /// <summary>Rows, after the rotation that the file asks for.</summary>
    public required int Height { get; init; }

    /// <summary>A pixel's width over its height, after the rotation.</summary>
    public required Rational PixelAspect { get; init; }

    /// <summary>The lowest rate at which all timestamps can stand.</summary>
    public required Rational Rate { get; init; }

    /// <summary>Seconds a unit of a timestamp.</summary>
    public required Rational TimeBase { get; init; }

    /// <summary>When the file starts, in seconds.</summary>
    public required double FileStart { get; init; }

    /// <summary>How many frames the file says it has; 0 when it doesn't say.</summary>
    public required int DeclaredFrames { get; init; }

    /// <summary>Whether the file is a single picture.</summary>
    public required bool IsStill { get; init; }

    /// <summary>The colour tags.</summary>
    public required ColourTags Colour { get; init; }

    /// <summary>The first sound track.</summary>
    public required (int Index, string Codec)? Audio { get; init; }

    /// <summary>The first stream of pictures that isn't a cover, or <see langword="null"/> when there is none.</summary>
    public static PictureStream? Find(JsonElement root)
    {
        JsonElement file = root.GetProperty("format");
        string container = Text(file, "format_name") ?? "";
        if (container == "tty" || !root.TryGetProperty("streams", out JsonElement streams))
            return null;

        foreach (JsonElement stream in streams.EnumerateArray())
        {
            string? format = Text(stream, "pix_fmt");
            if (Text(stream, "codec_type") != "video" || format is null || IsCover(stream) || Number(stream, "width") <= 0)
                continue;
            if (PixelFormatInfo.Find(root, format) is { } info)
                return Read(stream, file, container, format, info, FirstAudio(streams));
        }

        return null;
    }

    private static PictureStream Read(
        JsonElement stream, JsonElement file, string container, string format, PixelFormatInfo info, (int, string)? audio)
    {
        bool turned = Rotation(stream) is 90 or 270;
        Rational aspect = Rational.TryParse(Text(stream, "sample_aspect_ratio"), out Rational ratio) ? ratio : Rational.One;
        string? matrix = Text(stream, "color_space");
        return new()
        {
            Index = Number(stream, "index"),
            Codec = Text(stream, "codec_name") ?? "",
            PixelFormat = format,
            Format = info,
            Width = Number(stream, turned ? "height" : "width"),
            Height = Number(stream, turned ? "width" : "height"),
            PixelAspect = turned ? new(aspect.Denominator, aspect.Numerator) : aspect,
            Rate = Rational.TryParse(Text(stream, "r_frame_rate"), out Rational rate) ? rate : FallbackRate,
            TimeBase = Rational.TryParse(Text(stream, "time_base"), out Rational unit) ? unit : new(1, 1000),
            FileStart = Seconds(file, "start_time"),
            DeclaredFrames = int.TryParse(Text(stream, "nb_frames"), CultureInfo.InvariantCulture, out int count) ? count : 0,
            IsStill = container == "image2" || container.EndsWith("_pipe", StringComparison.Ordinal),
            Colour = new(ColourTags.IsUsable(matrix) ? matrix : null, Known(stream, "color_range"), Known(stream, "color_primaries"), Known(stream, "color_transfer")),
            Audio = audio,
        };
    }

    private static (int, string)? FirstAudio(JsonElement streams)
    {
        foreach (JsonElement stream in streams.EnumerateArray())
        {
            if (Text(stream, "codec_type") == "audio" && Text(stream, "codec_name") is { } codec)
                return (Number(stream, "index"), codec);
        }

        return null;
    }

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out JsonElement disposition) && Number(disposition, "attached_pic") != 0;

    /// <summary>Degrees, counted 0 to 359, by which players turn the pictures.</summary>
    private static int Rotation(JsonElement stream)
    {
        if (!stream.TryGetProperty("side_data_list", out JsonElement sides))
            return 0;

        foreach (JsonElement side in sides.EnumerateArray())
        {
            if (side.TryGetProperty("rotation", out JsonElement degrees))
                return ((int)Math.Round(degrees.GetDouble()) % 360 + 360) % 360;
        }

        return 0;
    }

    private static string? Known(JsonElement element, string name) =>
        Text(element, name) is { } text and not ("unknown" or "unspecified" or "reserved" or "") ? text : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int number) ? number : 0;

    private static double Seconds(JsonElement element, string name) =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) ? seconds : 0;
}
