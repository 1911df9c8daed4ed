// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of clips, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxClipProps
{
    /// <summary><c>OfxImageClipPropContinuousSamples</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageClipPropContinuousSamples = "OfxImageClipPropContinuousSamples";

    /// <summary><c>OfxImageClipPropUnmappedPixelDepth</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageClipPropUnmappedPixelDepth = "OfxImageClipPropUnmappedPixelDepth";

    /// <summary><c>OfxImageClipPropUnmappedComponents</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageClipPropUnmappedComponents = "OfxImageClipPropUnmappedComponents";

    /// <summary><c>OfxImageClipPropOptional</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageClipPropOptional = "OfxImageClipPropOptional";

    /// <summary><c>OfxImageClipPropIsMask</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageClipPropIsMask = "OfxImageClipPropIsMask";

    /// <summary><c>OfxImageClipPropConnected</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageClipPropConnected = "OfxImageClipPropConnected";

    /// <summary><c>OfxImageClipPropFieldOrder</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageClipPropFieldOrder = "OfxImageClipPropFieldOrder";

    /// <summary><c>OfxImageClipPropFieldExtraction</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageClipPropFieldExtraction = "OfxImageClipPropFieldExtraction";

    /// <summary><c>OfxImageClipPropColourspace</c> (ofxColour.h; string × 1).</summary>
    public const string kOfxImageClipPropColourspace = "OfxImageClipPropColourspace";

    /// <summary><c>OfxImageClipPropPreferredColourspaces</c> (ofxColour.h; string × N).</summary>
    public const string kOfxImageClipPropPreferredColourspaces = "OfxImageClipPropPreferredColourspaces";
}
