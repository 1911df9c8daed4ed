// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of parameters, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxParamProps
{
    /// <summary><c>OfxParamHostPropSupportsCustomAnimation</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsCustomAnimation = "OfxParamHostPropSupportsCustomAnimation";

    /// <summary><c>OfxParamHostPropSupportsStringAnimation</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsStringAnimation = "OfxParamHostPropSupportsStringAnimation";

    /// <summary><c>OfxParamHostPropSupportsBooleanAnimation</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsBooleanAnimation = "OfxParamHostPropSupportsBooleanAnimation";

    /// <summary><c>OfxParamHostPropSupportsChoiceAnimation</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsChoiceAnimation = "OfxParamHostPropSupportsChoiceAnimation";

    /// <summary><c>OfxParamHostPropSupportsCustomInteract</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsCustomInteract = "OfxParamHostPropSupportsCustomInteract";

    /// <summary><c>OfxParamHostPropMaxParameters</c> (ofxParam.h; int × 1).</summary>
    public const string kOfxParamHostPropMaxParameters = "OfxParamHostPropMaxParameters";

    /// <summary><c>OfxParamHostPropMaxPages</c> (ofxParam.h; int × 1).</summary>
    public const string kOfxParamHostPropMaxPages = "OfxParamHostPropMaxPages";

    /// <summary><c>OfxParamHostPropPageRowColumnCount</c> (ofxParam.h; int × 2).</summary>
    public const string kOfxParamHostPropPageRowColumnCount = "OfxParamHostPropPageRowColumnCount";

    /// <summary><c>OfxParamPropInteractV1</c> (ofxParam.h; pointer × 1).</summary>
    public const string kOfxParamPropInteractV1 = "OfxParamPropInteractV1";

    /// <summary><c>OfxParamPropInteractSize</c> (ofxParam.h; double × 2).</summary>
    public const string kOfxParamPropInteractSize = "OfxParamPropInteractSize";

    /// <summary><c>OfxParamPropInteractSizeAspect</c> (ofxParam.h; double × 1).</summary>
    public const string kOfxParamPropInteractSizeAspect = "OfxParamPropInteractSizeAspect";

    /// <summary><c>OfxParamPropInteractMinimumSize</c> (ofxParam.h; double × 2).</summary>
    public const string kOfxParamPropInteractMinimumSize = "OfxParamPropInteractMinimumSize";

    /// <summary><c>OfxParamPropInteractPreferedSize</c> (ofxParam.h; int × 2).</summary>
    public const string kOfxParamPropInteractPreferedSize = "OfxParamPropInteractPreferedSize";

    /// <summary><c>OfxParamPropType</c> (ofxParam.h; string × 1).</summary>
    public const string kOfxParamPropType = "OfxParamPropType";

    /// <summary><c>OfxParamPropAnimates</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropAnimates = "OfxParamPropAnimates";

    /// <summary><c>OfxParamPropCanUndo</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropCanUndo = "OfxParamPropCanUndo";

    /// <summary><c>OfxParamPropIsAnimating</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropIsAnimating = "OfxParamPropIsAnimating";

    /// <summary><c>OfxParamPropPluginMayWrite</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropPluginMayWrite = "OfxParamPropPluginMayWrite";

    /// <summary><c>OfxParamPropPersistant</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropPersistant = "OfxParamPropPersistant";

    /// <summary><c>OfxParamPropEvaluateOnChange</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropEvaluateOnChange = "OfxParamPropEvaluateOnChange";

    /// <summary><c>OfxParamPropSecret</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropSecret = "OfxParamPropSecret";

    /// <summary><c>OfxParamPropScriptName</c> (ofxParam.h; string × 1).</summary>
    public const string kOfxParamPropScriptName = "OfxParamPropScriptName";

    /// <summary><c>OfxParamPropCacheInvalidation</c> (ofxParam.h; enum × 1).</summary>
    public const string kOfxParamPropCacheInvalidation = "OfxParamPropCacheInvalidation";

    /// <summary><c>OfxParamPropHint</c> (ofxParam.h; string × 1).</summary>
    public const string kOfxParamPropHint = "OfxParamPropHint";

    /// <summary><c>OfxParamPropDefault</c> (ofxParam.h).</summary>
    public const string kOfxParamPropDefault = "OfxParamPropDefault";

    /// <summary><c>OfxParamPropDoubleType</c> (ofxParam.h; enum × 1).</summary>
    public const string kOfxParamPropDoubleType = "OfxParamPropDoubleType";

    /// <summary><c>OfxParamPropDefaultCoordinateSystem</c> (ofxParam.h; enum × 1).</summary>
    public const string kOfxParamPropDefaultCoordinateSystem = "OfxParamPropDefaultCoordinateSystem";

    /// <summary><c>OfxParamPropHasHostOverlayHandle</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropHasHostOverlayHandle = "OfxParamPropHasHostOverlayHandle";

    /// <summary><c>kOfxParamPropUseHostOverlayHandle</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropUseHostOverlayHandle = "kOfxParamPropUseHostOverlayHandle";

    /// <summary><c>OfxParamPropShowTimeMarker</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropShowTimeMarker = "OfxParamPropShowTimeMarker";

    /// <summary><c>OfxParamPropPageChild</c> (ofxParam.h; string × N).</summary>
    public const string kOfxParamPropPageChild = "OfxParamPropPageChild";

    /// <summary><c>OfxParamPropParent</c> (ofxParam.h; string × 1).</summary>
    public const string kOfxParamPropParent = "OfxParamPropParent";

    /// <summary><c>OfxParamPropGroupOpen</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropGroupOpen = "OfxParamPropGroupOpen";

    /// <summary><c>OfxParamPropEnabled</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropEnabled = "OfxParamPropEnabled";

    /// <summary><c>OfxParamPropDataPtr</c> (ofxParam.h; pointer × 1).</summary>
    public const string kOfxParamPropDataPtr = "OfxParamPropDataPtr";

    /// <summary><c>OfxParamPropChoiceOption</c> (ofxParam.h; string × N).</summary>
    public const string kOfxParamPropChoiceOption = "OfxParamPropChoiceOption";

    /// <summary><c>OfxParamPropChoiceOrder</c> (ofxParam.h; int × N).</summary>
    public const string kOfxParamPropChoiceOrder = "OfxParamPropChoiceOrder";

    /// <summary><c>OfxParamPropChoiceEnum</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropChoiceEnum = "OfxParamPropChoiceEnum";

    /// <summary><c>OfxParamHostPropSupportsStrChoiceAnimation</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsStrChoiceAnimation = "OfxParamHostPropSupportsStrChoiceAnimation";

    /// <summary><c>OfxParamHostPropSupportsStrChoice</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsStrChoice = "OfxParamHostPropSupportsStrChoice";

    /// <summary><c>OfxParamPropMin</c> (ofxParam.h).</summary>
    public const string kOfxParamPropMin = "OfxParamPropMin";

    /// <summary><c>OfxParamPropMax</c> (ofxParam.h).</summary>
    public const string kOfxParamPropMax = "OfxParamPropMax";

    /// <summary><c>OfxParamPropDisplayMin</c> (ofxParam.h).</summary>
    public const string kOfxParamPropDisplayMin = "OfxParamPropDisplayMin";

    /// <summary><c>OfxParamPropDisplayMax</c> (ofxParam.h).</summary>
    public const string kOfxParamPropDisplayMax = "OfxParamPropDisplayMax";

    /// <summary><c>OfxParamPropIncrement</c> (ofxParam.h; double × 1).</summary>
    public const string kOfxParamPropIncrement = "OfxParamPropIncrement";

    /// <summary><c>OfxParamPropDigits</c> (ofxParam.h; int × 1).</summary>
    public const string kOfxParamPropDigits = "OfxParamPropDigits";

    /// <summary><c>OfxParamPropDimensionLabel</c> (ofxParam.h; string × 1).</summary>
    public const string kOfxParamPropDimensionLabel = "OfxParamPropDimensionLabel";

    /// <summary><c>OfxParamPropIsAutoKeying</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropIsAutoKeying = "OfxParamPropIsAutoKeying";

    /// <summary><c>OfxParamPropCustomCallbackV1</c> (ofxParam.h; pointer × 1).</summary>
    public const string kOfxParamPropCustomInterpCallbackV1 = "OfxParamPropCustomCallbackV1";

    /// <summary><c>OfxParamPropStringMode</c> (ofxParam.h; enum × 1).</summary>
    public const string kOfxParamPropStringMode = "OfxParamPropStringMode";

    /// <summary><c>OfxParamPropStringFilePathExists</c> (ofxParam.h; bool × 1).</summary>
    public const string kOfxParamPropStringFilePathExists = "OfxParamPropStringFilePathExists";

    /// <summary><c>OfxParamPropCustomValue</c> (ofxParam.h; string × 2).</summary>
    public const string kOfxParamPropCustomValue = "OfxParamPropCustomValue";

    /// <summary><c>OfxParamPropInterpolationTime</c> (ofxParam.h; double × 2).</summary>
    public const string kOfxParamPropInterpolationTime = "OfxParamPropInterpolationTime";

    /// <summary><c>OfxParamPropInterpolationAmount</c> (ofxParam.h; double × 1).</summary>
    public const string kOfxParamPropInterpolationAmount = "OfxParamPropInterpolationAmount";

    /// <summary><c>OfxParamPropParametricDimension</c> (ofxParametricParam.h; int × 1).</summary>
    public const string kOfxParamPropParametricDimension = "OfxParamPropParametricDimension";

    /// <summary><c>OfxParamPropParametricUIColour</c> (ofxParametricParam.h; double × N).</summary>
    public const string kOfxParamPropParametricUIColour = "OfxParamPropParametricUIColour";

    /// <summary><c>OfxParamPropParametricInteractBackground</c> (ofxParametricParam.h; pointer × 1).</summary>
    public const string kOfxParamPropParametricInteractBackground = "OfxParamPropParametricInteractBackground";

    /// <summary><c>OfxParamHostPropSupportsParametricAnimation</c> (ofxParametricParam.h; bool × 1).</summary>
    public const string kOfxParamHostPropSupportsParametricAnimation = "OfxParamHostPropSupportsParametricAnimation";

    /// <summary><c>OfxParamPropParametricRange</c> (ofxParametricParam.h; double × 2).</summary>
    public const string kOfxParamPropParametricRange = "OfxParamPropParametricRange";
}
