// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property values of colour management, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxColourValues
{
    /// <summary><c>OfxImageEffectColourManagementNone</c> (ofxColour.h).</summary>
    public const string kOfxImageEffectColourManagementNone = "OfxImageEffectColourManagementNone";

    /// <summary><c>OfxImageEffectColourManagementBasic</c> (ofxColour.h).</summary>
    public const string kOfxImageEffectColourManagementBasic = "OfxImageEffectColourManagementBasic";

    /// <summary><c>OfxImageEffectColourManagementCore</c> (ofxColour.h).</summary>
    public const string kOfxImageEffectColourManagementCore = "OfxImageEffectColourManagementCore";

    /// <summary><c>OfxImageEffectColourManagementFull</c> (ofxColour.h).</summary>
    public const string kOfxImageEffectColourManagementFull = "OfxImageEffectColourManagementFull";

    /// <summary><c>OfxImageEffectColourManagementOCIO</c> (ofxColour.h).</summary>
    public const string kOfxImageEffectColourManagementOCIO = "OfxImageEffectColourManagementOCIO";
}
