namespace FaceFusion.Kernels.Pixels;

/// <summary>Which channels a pixel holds, in the order of memory.</summary>
public enum PixelLayout
{
    /// <summary>Red, green, blue, alpha.</summary>
    Rgba,

    /// <summary>Red, green, blue; alpha counts as 1.</summary>
    Rgb,

    /// <summary>One channel; as colour it counts as the same value in red, green, blue and alpha.</summary>
    Alpha,

    /// <summary>Blue, green, red, alpha.</summary>
    Bgra,
}
