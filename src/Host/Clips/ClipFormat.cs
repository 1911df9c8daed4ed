using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>What a clip's source delivers by nature, before an effect's preferences are asked for.</summary>
public sealed record ClipFormat
{
    /// <summary>Storage of a component.</summary>
    public BitDepth Depth { get; init; } = BitDepth.Float;

    /// <summary>Components of a pixel.</summary>
    public PixelComponents Components { get; init; } = PixelComponents.Rgba;

    /// <summary>What alpha means.</summary>
    public Premultiplication Premultiplication { get; init; } = Premultiplication.Premultiplied;

    /// <summary>Width of a pixel over its height.</summary>
    public double PixelAspectRatio { get; init; } = 1;

    /// <summary>Frames per second.</summary>
    public double FrameRate { get; init; } = 24;

    /// <summary>First frame.</summary>
    public double FirstFrame { get; init; } = 1;

    /// <summary>Last frame, inclusive.</summary>
    public double LastFrame { get; init; } = 1;

    /// <summary>The colour space, as OpenFX 1.5 or OCIO names it; empty when unknown.</summary>
    public string Colourspace { get; init; } = string.Empty;

    /// <summary>Fielding, a <c>kOfxImageField…</c>.</summary>
    public string FieldOrder { get; init; } = OfxValues.kOfxImageFieldNone;
}
