// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Names under which a host hands out its suites, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxSuiteNames
{
    /// <summary><c>OfxPropertySuite</c> (ofxProperty.h).</summary>
    public const string kOfxPropertySuite = "OfxPropertySuite";

    /// <summary><c>OfxImageEffectSuite</c> (ofxImageEffect.h).</summary>
    public const string kOfxImageEffectSuite = "OfxImageEffectSuite";

    /// <summary><c>OfxParameterSuite</c> (ofxParam.h).</summary>
    public const string kOfxParameterSuite = "OfxParameterSuite";

    /// <summary><c>OfxInteractSuite</c> (ofxInteract.h).</summary>
    public const string kOfxInteractSuite = "OfxInteractSuite";

    /// <summary><c>OfxDrawSuite</c> (ofxDrawSuite.h).</summary>
    public const string kOfxDrawSuite = "OfxDrawSuite";

    /// <summary><c>OfxMemorySuite</c> (ofxMemory.h).</summary>
    public const string kOfxMemorySuite = "OfxMemorySuite";

    /// <summary><c>OfxMessageSuite</c> (ofxMessage.h).</summary>
    public const string kOfxMessageSuite = "OfxMessageSuite";

    /// <summary><c>OfxMultiThreadSuite</c> (ofxMultiThread.h).</summary>
    public const string kOfxMultiThreadSuite = "OfxMultiThreadSuite";

    /// <summary><c>OfxProgressSuite</c> (ofxProgress.h).</summary>
    public const string kOfxProgressSuite = "OfxProgressSuite";

    /// <summary><c>OfxTimeLineSuite</c> (ofxTimeLine.h).</summary>
    public const string kOfxTimeLineSuite = "OfxTimeLineSuite";

    /// <summary><c>OfxImageEffectOpenGLRenderSuite</c> (ofxGPURender.h).</summary>
    public const string kOfxOpenGLRenderSuite = "OfxImageEffectOpenGLRenderSuite";

    /// <summary><c>OfxOpenCLProgramSuite</c> (ofxGPURender.h).</summary>
    public const string kOfxOpenCLProgramSuite = "OfxOpenCLProgramSuite";

    /// <summary><c>OfxParametricParameterSuite</c> (ofxParametricParam.h).</summary>
    public const string kOfxParametricParameterSuite = "OfxParametricParameterSuite";
}
