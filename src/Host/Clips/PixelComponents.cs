namespace FaceFusion.Host.Clips;

/// <summary>Components of a pixel, in order of memory.</summary>
public enum PixelComponents
{
    /// <summary>No image: an unconnected clip.</summary>
    None,

    /// <summary>Alpha alone.</summary>
    Alpha,

    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Red, green, blue, alpha.</summary>
    Rgba,
}
