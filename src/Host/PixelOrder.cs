namespace FaceFusion.Host;

/// <summary>The order of an RGBA pixel's components in memory.</summary>
public enum PixelOrder
{
    /// <summary>As OpenFX has it.</summary>
    Rgba,

    /// <summary>Vegas's own (<c>OfxImagePixelOrderBGRA</c> of ofxSonyVegas.h).</summary>
    Bgra,
}
