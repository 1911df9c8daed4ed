using System.Collections.Frozen;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Pixels;

/// <summary>
/// A pixel format of FFmpeg that holds RGB or grey samples as they are, so that frames can be taken from a pipe and
/// put into one without any conversion by FFmpeg. Names are FFmpeg's (<c>libavutil/pixdesc.c</c>).
/// </summary>
/// <param name="Name">FFmpeg's name.</param>
/// <param name="Channels">The order of the samples: R, G, B, A, Y (grey) or X (unused).</param>
/// <param name="Planar">Whether each channel has a plane of its own.</param>
/// <param name="Sample">How a sample lies in memory.</param>
/// <param name="Bits">Significant bits of a sample.</param>
/// <param name="BigEndian">Whether the high byte comes first.</param>
internal sealed record RawLayout(string Name, string Channels, bool Planar, SampleType Sample, int Bits, bool BigEndian)
{
    private static readonly FrozenDictionary<string, RawLayout> Known = All().ToFrozenDictionary(layout => layout.Name);

    /// <summary>Bytes of one sample.</summary>
    public int SampleBytes => Sample switch { SampleType.Byte => 1, SampleType.Float => 4, _ => 2 };

    /// <summary>Whether there is an alpha channel.</summary>
    public bool HasAlpha => Channels.Contains('A', StringComparison.Ordinal);

    /// <summary>Whether it is grey, with or without alpha.</summary>
    public bool IsGrey => Channels[0] == 'Y';

    /// <summary>The depth of the pictures that frames of this layout become.</summary>
    public PixelDepth Depth => Sample switch
    {
        SampleType.Byte => PixelDepth.Byte,
        SampleType.Word => PixelDepth.Short,
        _ => PixelDepth.Float,
    };

    /// <summary>Bytes of a frame.</summary>
    public long FrameBytes(int width, int height) => (long)width * height * Channels.Length * SampleBytes;

    /// <summary>The layout of that name, or <see langword="null"/> when FFmpeg has to convert (YUV, palettes, odd packings).</summary>
    public static RawLayout? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>The layout of that name, which must be known.</summary>
    public static RawLayout Get(string name) => Known[name];

    private static IEnumerable<RawLayout> All()
    {
        (string Name, string Channels)[] bytes =
        [
            ("gray", "Y"), ("ya8", "YA"), ("rgb24", "RGB"), ("bgr24", "BGR"), ("rgba", "RGBA"), ("bgra", "BGRA"),
            ("argb", "ARGB"), ("abgr", "ABGR"), ("rgb0", "RGBX"), ("bgr0", "BGRX"), ("0rgb", "XRGB"), ("0bgr", "XBGR"),
        ];
        foreach ((string name, string channels) in bytes)
            yield return new(name, channels, Planar: false, SampleType.Byte, 8, BigEndian: false);

        yield return new("gbrp", "GBR", Planar: true, SampleType.Byte, 8, BigEndian: false);
        yield return new("gbrap", "GBRA", Planar: true, SampleType.Byte, 8, BigEndian: false);

        foreach ((string ending, bool bigEndian) in new[] { ("le", false), ("be", true) })
        {
            foreach ((string name, string channels) in new[] { ("gray16", "Y"), ("ya16", "YA"), ("rgb48", "RGB"), ("bgr48", "BGR"), ("rgba64", "RGBA"), ("bgra64", "BGRA") })
                yield return new(name + ending, channels, Planar: false, SampleType.Word, 16, bigEndian);
            foreach (int bits in new[] { 9, 10, 12, 14 })
                yield return new($"gray{bits}{ending}", "Y", Planar: false, SampleType.Word, bits, bigEndian);
            foreach (int bits in new[] { 9, 10, 12, 14, 16 })
                yield return new($"gbrp{bits}{ending}", "GBR", Planar: true, SampleType.Word, bits, bigEndian);
            foreach (int bits in new[] { 10, 12, 14, 16 })
                yield return new($"gbrap{bits}{ending}", "GBRA", Planar: true, SampleType.Word, bits, bigEndian);
            foreach ((string suffix, SampleType sample, int bits) in new[] { ("f32", SampleType.Float, 32), ("f16", SampleType.Half, 16) })
            {
                yield return new($"gbrp{suffix}{ending}", "GBR", Planar: true, sample, bits, bigEndian);
                yield return new($"gbrap{suffix}{ending}", "GBRA", Planar: true, sample, bits, bigEndian);
                yield return new($"gray{suffix}{ending}", "Y", Planar: false, sample, bits, bigEndian);
                yield return new($"ya{suffix}{ending}", "YA", Planar: false, sample, bits, bigEndian);
                yield return new($"rgb{suffix}{ending}", "RGB", Planar: false, sample, bits, bigEndian);
                yield return new($"rgba{suffix}{ending}", "RGBA", Planar: false, sample, bits, bigEndian);
            }
        }
    }
}
