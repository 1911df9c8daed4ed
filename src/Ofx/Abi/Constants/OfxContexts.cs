// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Contexts in which an image effect can be used, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxContexts
{
    /// <summary><c>OfxImageEffectContextGenerator</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectContextGenerator = "OfxImageEffectContextGenerator";

    /// <summary><c>OfxImageEffectContextFilter</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectContextFilter = "OfxImageEffectContextFilter";

    /// <summary><c>OfxImageEffectContextTransition</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectContextTransition = "OfxImageEffectContextTransition";

    /// <summary><c>OfxImageEffectContextPaint</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectContextPaint = "OfxImageEffectContextPaint";

    /// <summary><c>OfxImageEffectContextGeneral</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectContextGeneral = "OfxImageEffectContextGeneral";

    /// <summary><c>OfxImageEffectContextRetimer</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectContextRetimer = "OfxImageEffectContextRetimer";
}
