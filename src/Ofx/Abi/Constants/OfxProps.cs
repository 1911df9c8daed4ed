// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names that several kinds of object share, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxProps
{
    /// <summary><c>OfxPropAPIVersion</c> (ofxCore.h; int × N).</summary>
    public const string kOfxPropAPIVersion = "OfxPropAPIVersion";

    /// <summary><c>OfxPropTime</c> (ofxCore.h; double × 1).</summary>
    public const string kOfxPropTime = "OfxPropTime";

    /// <summary><c>OfxPropIsInteractive</c> (ofxCore.h; bool × 1).</summary>
    public const string kOfxPropIsInteractive = "OfxPropIsInteractive";

    /// <summary><c>OfxPluginPropFilePath</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPluginPropFilePath = "OfxPluginPropFilePath";

    /// <summary><c>OfxPropInstanceData</c> (ofxCore.h; pointer × 1).</summary>
    public const string kOfxPropInstanceData = "OfxPropInstanceData";

    /// <summary><c>OfxPropType</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropType = "OfxPropType";

    /// <summary><c>OfxPropName</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropName = "OfxPropName";

    /// <summary><c>OfxPropVersion</c> (ofxCore.h; int × N).</summary>
    public const string kOfxPropVersion = "OfxPropVersion";

    /// <summary><c>OfxPropVersionLabel</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropVersionLabel = "OfxPropVersionLabel";

    /// <summary><c>OfxPropPluginDescription</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropPluginDescription = "OfxPropPluginDescription";

    /// <summary><c>OfxPropLabel</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropLabel = "OfxPropLabel";

    /// <summary><c>OfxPropIcon</c> (ofxCore.h; string × 2).</summary>
    public const string kOfxPropIcon = "OfxPropIcon";

    /// <summary><c>OfxPropShortLabel</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropShortLabel = "OfxPropShortLabel";

    /// <summary><c>OfxPropLongLabel</c> (ofxCore.h; string × 1).</summary>
    public const string kOfxPropLongLabel = "OfxPropLongLabel";

    /// <summary><c>OfxPropChangeReason</c> (ofxCore.h; enum × 1).</summary>
    public const string kOfxPropChangeReason = "OfxPropChangeReason";

    /// <summary><c>OfxPropEffectInstance</c> (ofxCore.h; pointer × 1).</summary>
    public const string kOfxPropEffectInstance = "OfxPropEffectInstance";

    /// <summary><c>OfxPropHostOSHandle</c> (ofxCore.h; pointer × 1).</summary>
    public const string kOfxPropHostOSHandle = "OfxPropHostOSHandle";

    /// <summary><c>OfxPropParamSetNeedsSyncing</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxPropParamSetNeedsSyncing = "OfxPropParamSetNeedsSyncing";

    /// <summary><c>OfxPluginPropParamPageOrder</c> (ofxParam.h; string × N).</summary>
    public const string kOfxPluginPropParamPageOrder = "OfxPluginPropParamPageOrder";
}
