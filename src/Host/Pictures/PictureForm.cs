using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Pictures;

/// <summary>The form in which a host hands a picture over.</summary>
public sealed record PictureForm
{
    /// <summary>Storage of a component by nature; plug-ins may prefer another.</summary>
    public BitDepth Depth { get; init; } = BitDepth.Float;

    /// <summary>Components of a pixel by nature; plug-ins may prefer others.</summary>
    public PixelComponents Components { get; init; } = PixelComponents.Rgba;

    /// <summary>What alpha means.</summary>
    public Premultiplication Premultiplication { get; init; } = Premultiplication.Unpremultiplied;

    /// <summary>Width of a pixel over its height.</summary>
    public double PixelAspectRatio { get; init; } = 1;

    /// <summary>The colour space that the clip tells; empty when it tells none.</summary>
    public string Colourspace { get; init; } = string.Empty;

    /// <summary>First frame.</summary>
    public double FirstFrame { get; init; } = 1;

    /// <summary>Last frame, inclusive; every frame is the same picture.</summary>
    public double LastFrame { get; init; } = 1;
}
