// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of images, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxImageProps
{
    /// <summary><c>OfxImagePropUniqueIdentifier</c> (ofxImageEffect.h; string × 1).</summary>
    public const string kOfxImagePropUniqueIdentifier = "OfxImagePropUniqueIdentifier";

    /// <summary><c>OfxImagePropPixelAspectRatio</c> (ofxImageEffect.h; double × 1).</summary>
    public const string kOfxImagePropPixelAspectRatio = "OfxImagePropPixelAspectRatio";

    /// <summary><c>OfxImagePropData</c> (ofxImageEffect.h; pointer × 1).</summary>
    public const string kOfxImagePropData = "OfxImagePropData";

    /// <summary><c>OfxImagePropBounds</c> (ofxImageEffect.h; int × 4).</summary>
    public const string kOfxImagePropBounds = "OfxImagePropBounds";

    /// <summary><c>OfxImagePropRegionOfDefinition</c> (ofxImageEffect.h; int × 4).</summary>
    public const string kOfxImagePropRegionOfDefinition = "OfxImagePropRegionOfDefinition";

    /// <summary><c>OfxImagePropRowBytes</c> (ofxImageEffect.h; int × 1).</summary>
    public const string kOfxImagePropRowBytes = "OfxImagePropRowBytes";

    /// <summary><c>OfxImagePropField</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImagePropField = "OfxImagePropField";
}
