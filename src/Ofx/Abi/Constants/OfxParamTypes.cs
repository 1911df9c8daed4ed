// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Parameter types, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxParamTypes
{
    /// <summary><c>OfxParamTypeInteger</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeInteger = "OfxParamTypeInteger";

    /// <summary><c>OfxParamTypeDouble</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeDouble = "OfxParamTypeDouble";

    /// <summary><c>OfxParamTypeBoolean</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeBoolean = "OfxParamTypeBoolean";

    /// <summary><c>OfxParamTypeChoice</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeChoice = "OfxParamTypeChoice";

    /// <summary><c>OfxParamTypeStrChoice</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeStrChoice = "OfxParamTypeStrChoice";

    /// <summary><c>OfxParamTypeRGBA</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeRGBA = "OfxParamTypeRGBA";

    /// <summary><c>OfxParamTypeRGB</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeRGB = "OfxParamTypeRGB";

    /// <summary><c>OfxParamTypeDouble2D</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeDouble2D = "OfxParamTypeDouble2D";

    /// <summary><c>OfxParamTypeInteger2D</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeInteger2D = "OfxParamTypeInteger2D";

    /// <summary><c>OfxParamTypeDouble3D</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeDouble3D = "OfxParamTypeDouble3D";

    /// <summary><c>OfxParamTypeInteger3D</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeInteger3D = "OfxParamTypeInteger3D";

    /// <summary><c>OfxParamTypeString</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeString = "OfxParamTypeString";

    /// <summary><c>OfxParamTypeCustom</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeCustom = "OfxParamTypeCustom";

    /// <summary><c>OfxParamTypeBytes</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeBytes = "OfxParamTypeBytes";

    /// <summary><c>OfxParamTypeGroup</c> (ofxParam.h).</summary>
    public const string kOfxParamTypeGroup = "OfxParamTypeGroup";

    /// <summary><c>OfxParamTypePage</c> (ofxParam.h).</summary>
    public const string kOfxParamTypePage = "OfxParamTypePage";

    /// <summary><c>OfxParamTypePushButton</c> (ofxParam.h).</summary>
    public const string kOfxParamTypePushButton = "OfxParamTypePushButton";

    /// <summary><c>OfxParamTypeParametric</c> (ofxParametricParam.h).</summary>
    public const string kOfxParamTypeParametric = "OfxParamTypeParametric";
}
