// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Sample formats of images, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxBitDepths
{
    /// <summary><c>OfxBitDepthNone</c> (ofxCore.h).</summary>
    public const string kOfxBitDepthNone = "OfxBitDepthNone";

    /// <summary><c>OfxBitDepthByte</c> (ofxCore.h).</summary>
    public const string kOfxBitDepthByte = "OfxBitDepthByte";

    /// <summary><c>OfxBitDepthShort</c> (ofxCore.h).</summary>
    public const string kOfxBitDepthShort = "OfxBitDepthShort";

    /// <summary><c>OfxBitDepthHalf</c> (ofxCore.h).</summary>
    public const string kOfxBitDepthHalf = "OfxBitDepthHalf";

    /// <summary><c>OfxBitDepthFloat</c> (ofxCore.h).</summary>
    public const string kOfxBitDepthFloat = "OfxBitDepthFloat";
}
