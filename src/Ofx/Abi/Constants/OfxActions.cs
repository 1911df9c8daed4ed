// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Actions that a host sends to a plugin's main entry point, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxActions
{
    /// <summary><c>OfxActionLoad</c> (ofxCore.h).</summary>
    public const string kOfxActionLoad = "OfxActionLoad";

    /// <summary><c>OfxActionDescribe</c> (ofxCore.h).</summary>
    public const string kOfxActionDescribe = "OfxActionDescribe";

    /// <summary><c>OfxActionUnload</c> (ofxCore.h).</summary>
    public const string kOfxActionUnload = "OfxActionUnload";

    /// <summary><c>OfxActionPurgeCaches</c> (ofxCore.h).</summary>
    public const string kOfxActionPurgeCaches = "OfxActionPurgeCaches";

    /// <summary><c>OfxActionSyncPrivateData</c> (ofxCore.h).</summary>
    public const string kOfxActionSyncPrivateData = "OfxActionSyncPrivateData";

    /// <summary><c>OfxActionCreateInstance</c> (ofxCore.h).</summary>
    public const string kOfxActionCreateInstance = "OfxActionCreateInstance";

    /// <summary><c>OfxActionDestroyInstance</c> (ofxCore.h).</summary>
    public const string kOfxActionDestroyInstance = "OfxActionDestroyInstance";

    /// <summary><c>OfxActionInstanceChanged</c> (ofxCore.h).</summary>
    public const string kOfxActionInstanceChanged = "OfxActionInstanceChanged";

    /// <summary><c>OfxActionBeginInstanceChanged</c> (ofxCore.h).</summary>
    public const string kOfxActionBeginInstanceChanged = "OfxActionBeginInstanceChanged";

    /// <summary><c>OfxActionEndInstanceChanged</c> (ofxCore.h).</summary>
    public const string kOfxActionEndInstanceChanged = "OfxActionEndInstanceChanged";

    /// <summary><c>OfxActionBeginInstanceEdit</c> (ofxCore.h).</summary>
    public const string kOfxActionBeginInstanceEdit = "OfxActionBeginInstanceEdit";

    /// <summary><c>OfxActionEndInstanceEdit</c> (ofxCore.h).</summary>
    public const string kOfxActionEndInstanceEdit = "OfxActionEndInstanceEdit";

    /// <summary><c>OfxImageEffectActionGetRegionOfDefinition</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionGetRegionOfDefinition = "OfxImageEffectActionGetRegionOfDefinition";

    /// <summary><c>OfxImageEffectActionGetRegionsOfInterest</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionGetRegionsOfInterest = "OfxImageEffectActionGetRegionsOfInterest";

    /// <summary><c>OfxImageEffectActionGetTimeDomain</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionGetTimeDomain = "OfxImageEffectActionGetTimeDomain";

    /// <summary><c>OfxImageEffectActionGetFramesNeeded</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionGetFramesNeeded = "OfxImageEffectActionGetFramesNeeded";

    /// <summary><c>OfxImageEffectActionGetClipPreferences</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionGetClipPreferences = "OfxImageEffectActionGetClipPreferences";

    /// <summary><c>OfxImageEffectActionIsIdentity</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionIsIdentity = "OfxImageEffectActionIsIdentity";

    /// <summary><c>OfxImageEffectActionRender</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionRender = "OfxImageEffectActionRender";

    /// <summary><c>OfxImageEffectActionBeginSequenceRender</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionBeginSequenceRender = "OfxImageEffectActionBeginSequenceRender";

    /// <summary><c>OfxImageEffectActionEndSequenceRender</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionEndSequenceRender = "OfxImageEffectActionEndSequenceRender";

    /// <summary><c>OfxImageEffectActionDescribeInContext</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectActionDescribeInContext = "OfxImageEffectActionDescribeInContext";

    /// <summary>The same as <see cref="kOfxActionDescribe"/> (ofxInteract.h).</summary>
    public const string kOfxActionDescribeInteract = kOfxActionDescribe;

    /// <summary>The same as <see cref="kOfxActionCreateInstance"/> (ofxInteract.h).</summary>
    public const string kOfxActionCreateInstanceInteract = kOfxActionCreateInstance;

    /// <summary>The same as <see cref="kOfxActionDestroyInstance"/> (ofxInteract.h).</summary>
    public const string kOfxActionDestroyInstanceInteract = kOfxActionDestroyInstance;

    /// <summary><c>OfxInteractActionDraw</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionDraw = "OfxInteractActionDraw";

    /// <summary><c>OfxInteractActionPenMotion</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionPenMotion = "OfxInteractActionPenMotion";

    /// <summary><c>OfxInteractActionPenDown</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionPenDown = "OfxInteractActionPenDown";

    /// <summary><c>OfxInteractActionPenUp</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionPenUp = "OfxInteractActionPenUp";

    /// <summary><c>OfxInteractActionKeyDown</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionKeyDown = "OfxInteractActionKeyDown";

    /// <summary><c>OfxInteractActionKeyUp</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionKeyUp = "OfxInteractActionKeyUp";

    /// <summary><c>OfxInteractActionKeyRepeat</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionKeyRepeat = "OfxInteractActionKeyRepeat";

    /// <summary><c>OfxInteractActionGainFocus</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionGainFocus = "OfxInteractActionGainFocus";

    /// <summary><c>OfxInteractActionLoseFocus</c> (ofxInteract.h).</summary>
    public const string kOfxInteractActionLoseFocus = "OfxInteractActionLoseFocus";

    /// <summary><c>OfxActionOpenGLContextAttached</c> (ofxGPURender.h).</summary>
    public const string kOfxActionOpenGLContextAttached = "OfxActionOpenGLContextAttached";

    /// <summary><c>kOfxActionOpenGLContextDetached</c> (ofxGPURender.h).</summary>
    public const string kOfxActionOpenGLContextDetached = "kOfxActionOpenGLContextDetached";

    /// <summary><c>OfxImageEffectActionGetOutputColourspace</c> (ofxColour.h).</summary>
    public const string kOfxImageEffectActionGetOutputColourspace = "OfxImageEffectActionGetOutputColourspace";
}
