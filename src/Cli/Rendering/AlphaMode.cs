namespace FaceFusion.Cli.Rendering;

/// <summary>What the alpha channel of a picture means, in OpenFX's terms (<c>kOfxImageEffectPropPreMultiplication</c>).</summary>
internal enum AlphaMode
{
    /// <summary>There is no alpha: the channel is full everywhere.</summary>
    Opaque,

    /// <summary>Colours are multiplied by alpha, as OpenEXR has them.</summary>
    Premultiplied,

    /// <summary>Colours are independent of alpha, as PNG has them.</summary>
    Straight,
}
