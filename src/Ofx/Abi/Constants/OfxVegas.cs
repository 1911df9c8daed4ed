namespace FaceFusion.Ofx.Abi;

/// <summary>What Vegas adds to OpenFX (ofxSonyVegas.h): images whose channels lie in the order blue, green, red, alpha.</summary>
public static class OfxVegas
{
    /// <summary><c>OfxImageEffectPropPixelOrder</c> (of a clip; string × 1): one of the two orders below.</summary>
    public const string kOfxImagePropPixelOrder = "OfxImageEffectPropPixelOrder";

    /// <summary>Red first.</summary>
    public const string kOfxImagePixelOrderRGBA = "OfxImagePixelOrderRGBA";

    /// <summary>Blue first.</summary>
    public const string kOfxImagePixelOrderBGRA = "OfxImagePixelOrderBGRA";

    /// <summary>8 bits, blue first.</summary>
    public const string kOfxBitDepthByteBGR = "OfxBitDepthByteBGR";

    /// <summary>16 bits, blue first.</summary>
    public const string kOfxBitDepthShortBGR = "OfxBitDepthShortBGR";

    /// <summary>Float, blue first.</summary>
    public const string kOfxBitDepthFloatBGR = "OfxBitDepthFloatBGR";
}
