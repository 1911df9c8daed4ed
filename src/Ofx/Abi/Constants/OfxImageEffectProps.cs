// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of image effects and their hosts, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxImageEffectProps
{
    /// <summary><c>OfxImageEffectPropSupportedContexts</c> (ofxImageEffect.h; enum × N).</summary>
    public const string kOfxImageEffectPropSupportedContexts = "OfxImageEffectPropSupportedContexts";

    /// <summary><c>OfxImageEffectPropPluginHandle</c> (ofxImageEffect.h; pointer × 1).</summary>
    public const string kOfxImageEffectPropPluginHandle = "OfxImageEffectPropPluginHandle";

    /// <summary><c>OfxImageEffectHostPropIsBackground</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectHostPropIsBackground = "OfxImageEffectHostPropIsBackground";

    /// <summary><c>OfxImageEffectPluginPropSingleInstance</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPluginPropSingleInstance = "OfxImageEffectPluginPropSingleInstance";

    /// <summary><c>OfxImageEffectPluginPropHostFrameThreading</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPluginPropHostFrameThreading = "OfxImageEffectPluginPropHostFrameThreading";

    /// <summary><c>OfxImageEffectPropMultipleClipDepths</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSupportsMultipleClipDepths = "OfxImageEffectPropMultipleClipDepths";

    /// <summary><c>OfxImageEffectPropSupportsMultipleClipPARs</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSupportsMultipleClipPARs = "OfxImageEffectPropSupportsMultipleClipPARs";

    /// <summary><c>OfxImageEffectPropClipPreferencesSlaveParam</c> (ofxImageEffect.h; string × N).</summary>
    public const string kOfxImageEffectPropClipPreferencesSlaveParam = "OfxImageEffectPropClipPreferencesSlaveParam";

    /// <summary><c>OfxImageEffectPropSetableFrameRate</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSetableFrameRate = "OfxImageEffectPropSetableFrameRate";

    /// <summary><c>OfxImageEffectPropSetableFielding</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSetableFielding = "OfxImageEffectPropSetableFielding";

    /// <summary><c>OfxImageEffectInstancePropSequentialRender</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectInstancePropSequentialRender = "OfxImageEffectInstancePropSequentialRender";

    /// <summary><c>OfxImageEffectPropSequentialRenderStatus</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSequentialRenderStatus = "OfxImageEffectPropSequentialRenderStatus";

    /// <summary><c>OfxImageEffectHostPropNativeOrigin</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectHostPropNativeOrigin = "OfxImageEffectHostPropNativeOrigin";

    /// <summary><c>OfxImageEffectPropInteractiveRenderStatus</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropInteractiveRenderStatus = "OfxImageEffectPropInteractiveRenderStatus";

    /// <summary><c>OfxImageEffectPluginPropGrouping</c> (ofxImageEffect.h; string × 1).</summary>
    public const string kOfxImageEffectPluginPropGrouping = "OfxImageEffectPluginPropGrouping";

    /// <summary><c>OfxImageEffectPluginPropObsolete</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPluginPropObsolete = "OfxImageEffectPluginPropObsolete";

    /// <summary><c>OfxImageEffectPropSupportsOverlays</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSupportsOverlays = "OfxImageEffectPropSupportsOverlays";

    /// <summary><c>OfxImageEffectPluginPropOverlayInteractV1</c> (ofxImageEffect.h; pointer × 1).</summary>
    public const string kOfxImageEffectPluginPropOverlayInteractV1 = "OfxImageEffectPluginPropOverlayInteractV1";

    /// <summary><c>OfxImageEffectPluginPropOverlayInteractV2</c> (ofxImageEffect.h; pointer × 1).</summary>
    public const string kOfxImageEffectPluginPropOverlayInteractV2 = "OfxImageEffectPluginPropOverlayInteractV2";

    /// <summary><c>OfxImageEffectPropSupportsMultiResolution</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSupportsMultiResolution = "OfxImageEffectPropSupportsMultiResolution";

    /// <summary><c>OfxImageEffectPropSupportsTiles</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropSupportsTiles = "OfxImageEffectPropSupportsTiles";

    /// <summary><c>OfxImageEffectPropTemporalClipAccess</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropTemporalClipAccess = "OfxImageEffectPropTemporalClipAccess";

    /// <summary><c>OfxImageEffectPropContext</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropContext = "OfxImageEffectPropContext";

    /// <summary><c>OfxImageEffectPropPixelDepth</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropPixelDepth = "OfxImageEffectPropPixelDepth";

    /// <summary><c>OfxImageEffectPropComponents</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropComponents = "OfxImageEffectPropComponents";

    /// <summary><c>OfxImageEffectPropPreMultiplication</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropPreMultiplication = "OfxImageEffectPropPreMultiplication";

    /// <summary><c>OfxImageEffectPropSupportedPixelDepths</c> (ofxImageEffect.h; enum × N).</summary>
    public const string kOfxImageEffectPropSupportedPixelDepths = "OfxImageEffectPropSupportedPixelDepths";

    /// <summary><c>OfxImageEffectPropSupportedComponents</c> (ofxImageEffect.h; enum × N).</summary>
    public const string kOfxImageEffectPropSupportedComponents = "OfxImageEffectPropSupportedComponents";

    /// <summary><c>OfxImageEffectPropFrameRate</c> (ofxImageEffect.h; double × 1).</summary>
    public const string kOfxImageEffectPropFrameRate = "OfxImageEffectPropFrameRate";

    /// <summary><c>OfxImageEffectPropUnmappedFrameRate</c> (ofxImageEffect.h; double × 1).</summary>
    public const string kOfxImageEffectPropUnmappedFrameRate = "OfxImageEffectPropUnmappedFrameRate";

    /// <summary><c>OfxImageEffectPropFrameStep</c> (ofxImageEffect.h; double × 1).</summary>
    public const string kOfxImageEffectPropFrameStep = "OfxImageEffectPropFrameStep";

    /// <summary><c>OfxImageEffectPropFrameRange</c> (ofxImageEffect.h; double × 2).</summary>
    public const string kOfxImageEffectPropFrameRange = "OfxImageEffectPropFrameRange";

    /// <summary><c>OfxImageEffectPropUnmappedFrameRange</c> (ofxImageEffect.h; double × 2).</summary>
    public const string kOfxImageEffectPropUnmappedFrameRange = "OfxImageEffectPropUnmappedFrameRange";

    /// <summary><c>OfxImageEffectPropRenderScale</c> (ofxImageEffect.h; double × 2).</summary>
    public const string kOfxImageEffectPropRenderScale = "OfxImageEffectPropRenderScale";

    /// <summary><c>OfxImageEffectPropRenderQualityDraft</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPropRenderQualityDraft = "OfxImageEffectPropRenderQualityDraft";

    /// <summary><c>OfxImageEffectPropNoSpatialAwareness</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropNoSpatialAwareness = "OfxImageEffectPropNoSpatialAwareness";

    /// <summary><c>OfxImageEffectPropThumbnailRender</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropThumbnailRender = "OfxImageEffectPropThumbnailRender";

    /// <summary><c>OfxImageEffectPropProjectExtent</c> (ofxImageEffect.h; double × 2).</summary>
    public const string kOfxImageEffectPropProjectExtent = "OfxImageEffectPropProjectExtent";

    /// <summary><c>OfxImageEffectPropProjectSize</c> (ofxImageEffect.h; double × 2).</summary>
    public const string kOfxImageEffectPropProjectSize = "OfxImageEffectPropProjectSize";

    /// <summary><c>OfxImageEffectPropProjectOffset</c> (ofxImageEffect.h; double × 2).</summary>
    public const string kOfxImageEffectPropProjectOffset = "OfxImageEffectPropProjectOffset";

    /// <summary><c>OfxImageEffectPropPixelAspectRatio</c> (ofxImageEffect.h; double × 1).</summary>
    public const string kOfxImageEffectPropProjectPixelAspectRatio = "OfxImageEffectPropPixelAspectRatio";

    /// <summary><c>OfxImageEffectInstancePropEffectDuration</c> (ofxImageEffect.h; double × 1).</summary>
    public const string kOfxImageEffectInstancePropEffectDuration = "OfxImageEffectInstancePropEffectDuration";

    /// <summary><c>OfxImageEffectPluginPropFieldRenderTwiceAlways</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectPluginPropFieldRenderTwiceAlways = "OfxImageEffectPluginPropFieldRenderTwiceAlways";

    /// <summary><c>OfxImageEffectPropFieldToRender</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPropFieldToRender = "OfxImageEffectPropFieldToRender";

    /// <summary><c>OfxImageEffectPropRegionOfDefinition</c> (ofxImageEffect.h; double × 4).</summary>
    public const string kOfxImageEffectPropRegionOfDefinition = "OfxImageEffectPropRegionOfDefinition";

    /// <summary><c>OfxImageEffectPropRegionOfInterest</c> (ofxImageEffect.h; double × 4).</summary>
    public const string kOfxImageEffectPropRegionOfInterest = "OfxImageEffectPropRegionOfInterest";

    /// <summary><c>OfxImageEffectPropRenderWindow</c> (ofxImageEffect.h; int × 4).</summary>
    public const string kOfxImageEffectPropRenderWindow = "OfxImageEffectPropRenderWindow";

    /// <summary><c>OfxImageEffectPropBehaviourWhenUnlicensed</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectPropBehaviourWhenUnlicensed = "OfxImageEffectPropBehaviourWhenUnlicensed";

    /// <summary><c>OfxImageEffectPropCPURenderSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropCPURenderSupported = "OfxImageEffectPropCPURenderSupported";
}
