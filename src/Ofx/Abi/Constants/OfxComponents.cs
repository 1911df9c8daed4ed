// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Component layouts of images, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxComponents
{
    /// <summary><c>OfxImageComponentNone</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageComponentNone = "OfxImageComponentNone";

    /// <summary><c>OfxImageComponentRGBA</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageComponentRGBA = "OfxImageComponentRGBA";

    /// <summary><c>OfxImageComponentRGB</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageComponentRGB = "OfxImageComponentRGB";

    /// <summary><c>OfxImageComponentAlpha</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageComponentAlpha = "OfxImageComponentAlpha";
}
