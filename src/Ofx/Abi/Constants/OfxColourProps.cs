// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of colour management, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxColourProps
{
    /// <summary><c>OfxImageEffectPropColourManagementStyle</c> (ofxColour.h; enum × 1).</summary>
    public const string kOfxImageEffectPropColourManagementStyle = "OfxImageEffectPropColourManagementStyle";

    /// <summary><c>OfxImageEffectPropColourManagementAvailableConfigs</c> (ofxColour.h; string × N).</summary>
    public const string kOfxImageEffectPropColourManagementAvailableConfigs = "OfxImageEffectPropColourManagementAvailableConfigs";

    /// <summary><c>OfxImageEffectPropColourManagementConfig</c> (ofxColour.h; string × 1).</summary>
    public const string kOfxImageEffectPropColourManagementConfig = "OfxImageEffectPropColourManagementConfig";

    /// <summary><c>OfxImageEffectPropOCIOConfig</c> (ofxColour.h; string × 1).</summary>
    public const string kOfxImageEffectPropOCIOConfig = "OfxImageEffectPropOCIOConfig";

    /// <summary><c>OfxImageEffectPropDisplayColourspace</c> (ofxColour.h; string × 1).</summary>
    public const string kOfxImageEffectPropDisplayColourspace = "OfxImageEffectPropDisplayColourspace";

    /// <summary><c>OfxImageEffectPropOCIODisplay</c> (ofxColour.h; string × 1).</summary>
    public const string kOfxImageEffectPropOCIODisplay = "OfxImageEffectPropOCIODisplay";

    /// <summary><c>OfxImageEffectPropOCIOView</c> (ofxColour.h; string × 1).</summary>
    public const string kOfxImageEffectPropOCIOView = "OfxImageEffectPropOCIOView";
}
