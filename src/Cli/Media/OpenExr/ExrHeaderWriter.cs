using System.Text;

namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>
/// The bytes before the pixels of a single-part scan-line file: magic number, version, attributes. Layout after the
/// OpenEXR file format description (openexr.com, "OpenEXR File Layout").
/// </summary>
internal static class ExrHeaderWriter
{
    private const int Magic = 20000630;
    private const int Version = 2;
    private const int LongNames = 0x400;
    private const int LongestShortName = 31;

    // ITU-R BT.709: x and y of red, green, blue and white (D65).
    private static readonly float[] Rec709 = [0.64f, 0.33f, 0.30f, 0.60f, 0.15f, 0.06f, 0.3127f, 0.3290f];

    /// <summary>Writes the header; the table of blocks follows it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="picture">What the file says of its picture.</param>
    /// <param name="channels">The channels, sorted by their names' bytes.</param>
    /// <param name="width">Columns; the display window and the data window are the whole picture.</param>
    /// <param name="height">Rows.</param>
    public static void Write(BinaryWriter output, ExrPicture picture, IReadOnlyList<ExrChannel> channels, int width, int height)
    {
        bool hasLongNames = channels.Select(channel => channel.Name).Concat(picture.Texts.Keys).Any(name => Encoding.UTF8.GetByteCount(name) > LongestShortName);
        output.Write(Magic);
        output.Write(Version | (hasLongNames ? LongNames : 0));
        Attribute(output, "channels", "chlist", value => WriteChannels(value, channels));
        Attribute(output, "compression", "compression", value => value.Write((byte)picture.Compression));
        Attribute(output, "dataWindow", "box2i", value => WriteNumbers(value, 0, 0, width - 1, height - 1));
        Attribute(output, "displayWindow", "box2i", value => WriteNumbers(value, 0, 0, width - 1, height - 1));
        Attribute(output, "lineOrder", "lineOrder", value => value.Write((byte)0));
        Attribute(output, "pixelAspectRatio", "float", value => value.Write((float)picture.PixelAspect.Value));
        Attribute(output, "screenWindowCenter", "v2f", value => WriteNumbers(value, 0f, 0f));
        Attribute(output, "screenWindowWidth", "float", value => value.Write(1f));
        if (picture.IsRec709)
            Attribute(output, "chromaticities", "chromaticities", value => WriteNumbers(value, Rec709));
        if (picture.FrameRate is { } rate)
            Attribute(output, "framesPerSecond", "rational", value => WriteNumbers(value, (int)rate.Numerator, (int)rate.Denominator));
        foreach ((string name, string text) in picture.Texts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Attribute(output, name, "string", value => value.Write(Encoding.UTF8.GetBytes(text)));
        output.Write((byte)0);
    }

    private static void Attribute(BinaryWriter output, string name, string type, Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter value = new(bytes, Encoding.UTF8, leaveOpen: true))
            write(value);
        WriteName(output, name);
        WriteName(output, type);
        output.Write((int)bytes.Length);
        output.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    // Per channel: name, type, whether it is perceptually linear (of use to lossy codecs alone), sampling by 1 × 1.
    private static void WriteChannels(BinaryWriter output, IReadOnlyList<ExrChannel> channels)
    {
        foreach (ExrChannel channel in channels)
        {
            WriteName(output, channel.Name);
            WriteNumbers(output, (int)channel.Type, 0, 1, 1);
        }

        output.Write((byte)0);
    }

    private static void WriteName(BinaryWriter output, string name)
    {
        output.Write(Encoding.UTF8.GetBytes(name));
        output.Write((byte)0);
    }

    private static void WriteNumbers(BinaryWriter output, params ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
            output.Write(number);
    }

    private static void WriteNumbers(BinaryWriter output, params ReadOnlySpan<float> numbers)
    {
        foreach (float number in numbers)
            output.Write(number);
    }
}
