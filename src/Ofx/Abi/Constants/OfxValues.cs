// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Values that properties take, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxValues
{
    /// <summary><c>OfxChangeUserEdited</c> (ofxCore.h).</summary>
    public const string kOfxChangeUserEdited = "OfxChangeUserEdited";

    /// <summary><c>OfxChangePluginEdited</c> (ofxCore.h).</summary>
    public const string kOfxChangePluginEdited = "OfxChangePluginEdited";

    /// <summary><c>OfxChangeTime</c> (ofxCore.h).</summary>
    public const string kOfxChangeTime = "OfxChangeTime";

    /// <summary><c>OfxImageEffectPluginAPI</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectPluginApi = "OfxImageEffectPluginAPI";

    /// <summary><c>1</c> (ofxImageEffect.h).</summary>
    public const int kOfxImageEffectPluginApiVersion = 1;

    /// <summary><c>OfxTypeImageEffectHost</c> (ofxImageEffect.h).</summary>
    public const string kOfxTypeImageEffectHost = "OfxTypeImageEffectHost";

    /// <summary><c>OfxTypeImageEffect</c> (ofxImageEffect.h).</summary>
    public const string kOfxTypeImageEffect = "OfxTypeImageEffect";

    /// <summary><c>OfxTypeImageEffectInstance</c> (ofxImageEffect.h).</summary>
    public const string kOfxTypeImageEffectInstance = "OfxTypeImageEffectInstance";

    /// <summary><c>OfxTypeClip</c> (ofxImageEffect.h).</summary>
    public const string kOfxTypeClip = "OfxTypeClip";

    /// <summary><c>OfxTypeImage</c> (ofxImageEffect.h).</summary>
    public const string kOfxTypeImage = "OfxTypeImage";

    /// <summary><c>OfxImageEffectPluginRenderThreadSafety</c> (ofxImageEffect.h; enum × 1).</summary>
    public const string kOfxImageEffectPluginRenderThreadSafety = "OfxImageEffectPluginRenderThreadSafety";

    /// <summary><c>OfxImageEffectRenderUnsafe</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectRenderUnsafe = "OfxImageEffectRenderUnsafe";

    /// <summary><c>OfxImageEffectRenderInstanceSafe</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectRenderInstanceSafe = "OfxImageEffectRenderInstanceSafe";

    /// <summary><c>OfxImageEffectRenderFullySafe</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectRenderFullySafe = "OfxImageEffectRenderFullySafe";

    /// <summary><c>kOfxImageEffectHostPropNativeOriginBottomLeft</c> (ofxImageEffect.h).</summary>
    public const string kOfxHostNativeOriginBottomLeft = "kOfxImageEffectHostPropNativeOriginBottomLeft";

    /// <summary><c>kOfxImageEffectHostPropNativeOriginTopLeft</c> (ofxImageEffect.h).</summary>
    public const string kOfxHostNativeOriginTopLeft = "kOfxImageEffectHostPropNativeOriginTopLeft";

    /// <summary><c>kOfxImageEffectHostPropNativeOriginCenter</c> (ofxImageEffect.h).</summary>
    public const string kOfxHostNativeOriginCenter = "kOfxImageEffectHostPropNativeOriginCenter";

    /// <summary><c>OfxImageOpaque</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageOpaque = "OfxImageOpaque";

    /// <summary><c>OfxImageAlphaPremultiplied</c> (ofxImageEffect.h).</summary>
    public const string kOfxImagePreMultiplied = "OfxImageAlphaPremultiplied";

    /// <summary><c>OfxImageAlphaUnPremultiplied</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageUnPreMultiplied = "OfxImageAlphaUnPremultiplied";

    /// <summary><c>OfxImageEffectFrameVarying</c> (ofxImageEffect.h; bool × 1).</summary>
    public const string kOfxImageEffectFrameVarying = "OfxImageEffectFrameVarying";

    /// <summary><c>OfxFieldNone</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageFieldNone = "OfxFieldNone";

    /// <summary><c>OfxFieldLower</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageFieldLower = "OfxFieldLower";

    /// <summary><c>OfxFieldUpper</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageFieldUpper = "OfxFieldUpper";

    /// <summary><c>OfxFieldBoth</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageFieldBoth = "OfxFieldBoth";

    /// <summary><c>OfxFieldSingle</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageFieldSingle = "OfxFieldSingle";

    /// <summary><c>OfxFieldDoubled</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageFieldDoubled = "OfxFieldDoubled";

    /// <summary><c>OfxUnlicensedContinue</c> (ofxImageEffect.h).</summary>
    public const string kOfxUnlicensedContinue = "OfxUnlicensedContinue";

    /// <summary><c>OfxUnlicensedFail</c> (ofxImageEffect.h).</summary>
    public const string kOfxUnlicensedFail = "OfxUnlicensedFail";

    /// <summary><c>Output</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectOutputClipName = "Output";

    /// <summary><c>Source</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectSimpleSourceClipName = "Source";

    /// <summary><c>SourceFrom</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectTransitionSourceFromClipName = "SourceFrom";

    /// <summary><c>SourceTo</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectTransitionSourceToClipName = "SourceTo";

    /// <summary><c>Transition</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectTransitionParamName = "Transition";

    /// <summary><c>SourceTime</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectRetimerParamName = "SourceTime";

    /// <summary><c>OfxTypeParameter</c> (ofxParam.h).</summary>
    public const string kOfxTypeParameter = "OfxTypeParameter";

    /// <summary><c>OfxTypeParameterInstance</c> (ofxParam.h).</summary>
    public const string kOfxTypeParameterInstance = "OfxTypeParameterInstance";

    /// <summary><c>OfxParamPageSkipRow</c> (ofxParam.h).</summary>
    public const string kOfxParamPageSkipRow = "OfxParamPageSkipRow";

    /// <summary><c>OfxParamPageSkipColumn</c> (ofxParam.h).</summary>
    public const string kOfxParamPageSkipColumn = "OfxParamPageSkipColumn";

    /// <summary><c>OfxParamInvalidateValueChange</c> (ofxParam.h).</summary>
    public const string kOfxParamInvalidateValueChange = "OfxParamInvalidateValueChange";

    /// <summary><c>OfxParamInvalidateValueChangeToEnd</c> (ofxParam.h).</summary>
    public const string kOfxParamInvalidateValueChangeToEnd = "OfxParamInvalidateValueChangeToEnd";

    /// <summary><c>OfxParamInvalidateAll</c> (ofxParam.h).</summary>
    public const string kOfxParamInvalidateAll = "OfxParamInvalidateAll";

    /// <summary><c>OfxParamDoubleTypePlain</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypePlain = "OfxParamDoubleTypePlain";

    /// <summary><c>OfxParamDoubleTypeScale</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeScale = "OfxParamDoubleTypeScale";

    /// <summary><c>OfxParamDoubleTypeAngle</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeAngle = "OfxParamDoubleTypeAngle";

    /// <summary><c>OfxParamDoubleTypeTime</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeTime = "OfxParamDoubleTypeTime";

    /// <summary><c>OfxParamDoubleTypeAbsoluteTime</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeAbsoluteTime = "OfxParamDoubleTypeAbsoluteTime";

    /// <summary><c>OfxParamDoubleTypeX</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeX = "OfxParamDoubleTypeX";

    /// <summary><c>OfxParamDoubleTypeY</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeY = "OfxParamDoubleTypeY";

    /// <summary><c>OfxParamDoubleTypeXAbsolute</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeXAbsolute = "OfxParamDoubleTypeXAbsolute";

    /// <summary><c>OfxParamDoubleTypeYAbsolute</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeYAbsolute = "OfxParamDoubleTypeYAbsolute";

    /// <summary><c>OfxParamDoubleTypeXY</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeXY = "OfxParamDoubleTypeXY";

    /// <summary><c>OfxParamDoubleTypeXYAbsolute</c> (ofxParam.h).</summary>
    public const string kOfxParamDoubleTypeXYAbsolute = "OfxParamDoubleTypeXYAbsolute";

    /// <summary><c>OfxParamCoordinatesCanonical</c> (ofxParam.h).</summary>
    public const string kOfxParamCoordinatesCanonical = "OfxParamCoordinatesCanonical";

    /// <summary><c>OfxParamCoordinatesNormalised</c> (ofxParam.h).</summary>
    public const string kOfxParamCoordinatesNormalised = "OfxParamCoordinatesNormalised";

    /// <summary><c>OfxParamInterpTypeConstantStep</c> (ofxParam.h).</summary>
    public const string kOfxParamInterpTypeConstantStep = "OfxParamInterpTypeConstantStep";

    /// <summary><c>OfxParamInterpTypeLinear</c> (ofxParam.h).</summary>
    public const string kOfxParamInterpTypeLinear = "OfxParamInterpTypeLinear";

    /// <summary><c>OfxParamInterpTypeSmooth</c> (ofxParam.h).</summary>
    public const string kOfxParamInterpTypeSmooth = "OfxParamInterpTypeSmooth";

    /// <summary><c>OfxParamInterpType</c> (ofxParam.h).</summary>
    public const string kOfxParamInterpType = "OfxParamInterpType";

    /// <summary><c>OfxParamStringIsSingleLine</c> (ofxParam.h).</summary>
    public const string kOfxParamStringIsSingleLine = "OfxParamStringIsSingleLine";

    /// <summary><c>OfxParamStringIsMultiLine</c> (ofxParam.h).</summary>
    public const string kOfxParamStringIsMultiLine = "OfxParamStringIsMultiLine";

    /// <summary><c>OfxParamStringIsFilePath</c> (ofxParam.h).</summary>
    public const string kOfxParamStringIsFilePath = "OfxParamStringIsFilePath";

    /// <summary><c>OfxParamStringIsDirectoryPath</c> (ofxParam.h).</summary>
    public const string kOfxParamStringIsDirectoryPath = "OfxParamStringIsDirectoryPath";

    /// <summary><c>OfxParamStringIsLabel</c> (ofxParam.h).</summary>
    public const string kOfxParamStringIsLabel = "OfxParamStringIsLabel";

    /// <summary><c>OfxParamStringIsRichTextFormat</c> (ofxParam.h).</summary>
    public const string kOfxParamStringIsRichTextFormat = "OfxParamStringIsRichTextFormat";
}
