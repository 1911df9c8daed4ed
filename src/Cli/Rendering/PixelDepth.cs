namespace FaceFusion.Cli.Rendering;

/// <summary>How a channel of a <see cref="FrameBuffer"/> is stored; the depths that OpenFX hosts hand out.</summary>
internal enum PixelDepth
{
    /// <summary>8-bit unsigned, 0–255.</summary>
    Byte,

    /// <summary>16-bit unsigned, 0–65535.</summary>
    Short,

    /// <summary>32-bit IEEE float, any value.</summary>
    Float,
}

/// <summary>Facts about <see cref="PixelDepth"/>.</summary>
internal static class PixelDepthExtensions
{
    /// <summary>Bytes of one channel of one pixel: 1, 2 or 4.</summary>
    public static int BytesPerChannel(this PixelDepth depth) => depth switch
    {
        PixelDepth.Byte => 1,
        PixelDepth.Short => 2,
        _ => 4,
    };
}
