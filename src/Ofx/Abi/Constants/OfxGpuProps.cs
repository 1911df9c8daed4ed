// Names and values as in the OpenFX 1.5 headers (AcademySoftwareFoundation/openfx), their spelling kept.
namespace FaceFusion.Ofx.Abi;

/// <summary>Property names of rendering on a GPU, spelt as in the OpenFX 1.5 headers.</summary>
public static class OfxGpuProps
{
    /// <summary><c>OfxImageEffectPropOpenGLRenderSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropOpenGLRenderSupported = "OfxImageEffectPropOpenGLRenderSupported";

    /// <summary><c>OfxOpenGLPropPixelDepth</c> (ofxGPURender.h; enum × N).</summary>
    public const string kOfxOpenGLPropPixelDepth = "OfxOpenGLPropPixelDepth";

    /// <summary><c>OfxImageEffectPropOpenGLEnabled</c> (ofxGPURender.h; bool × 1).</summary>
    public const string kOfxImageEffectPropOpenGLEnabled = "OfxImageEffectPropOpenGLEnabled";

    /// <summary><c>OfxImageEffectPropOpenGLTextureIndex</c> (ofxGPURender.h; int × 1).</summary>
    public const string kOfxImageEffectPropOpenGLTextureIndex = "OfxImageEffectPropOpenGLTextureIndex";

    /// <summary><c>OfxImageEffectPropOpenGLTextureTarget</c> (ofxGPURender.h; int × 1).</summary>
    public const string kOfxImageEffectPropOpenGLTextureTarget = "OfxImageEffectPropOpenGLTextureTarget";

    /// <summary><c>OfxImageEffectPropCudaRenderSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropCudaRenderSupported = "OfxImageEffectPropCudaRenderSupported";

    /// <summary><c>OfxImageEffectPropCudaEnabled</c> (ofxGPURender.h; bool × 1).</summary>
    public const string kOfxImageEffectPropCudaEnabled = "OfxImageEffectPropCudaEnabled";

    /// <summary><c>OfxImageEffectPropCudaStreamSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropCudaStreamSupported = "OfxImageEffectPropCudaStreamSupported";

    /// <summary><c>OfxImageEffectPropCudaStream</c> (ofxGPURender.h; pointer × 1).</summary>
    public const string kOfxImageEffectPropCudaStream = "OfxImageEffectPropCudaStream";

    /// <summary><c>OfxImageEffectPropMetalRenderSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropMetalRenderSupported = "OfxImageEffectPropMetalRenderSupported";

    /// <summary><c>OfxImageEffectPropMetalEnabled</c> (ofxGPURender.h; bool × 1).</summary>
    public const string kOfxImageEffectPropMetalEnabled = "OfxImageEffectPropMetalEnabled";

    /// <summary><c>OfxImageEffectPropMetalCommandQueue</c> (ofxGPURender.h; pointer × 1).</summary>
    public const string kOfxImageEffectPropMetalCommandQueue = "OfxImageEffectPropMetalCommandQueue";

    /// <summary><c>OfxImageEffectPropOpenCLRenderSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropOpenCLRenderSupported = "OfxImageEffectPropOpenCLRenderSupported";

    /// <summary><c>OfxImageEffectPropOpenCLSupported</c> (ofxGPURender.h; enum × 1).</summary>
    public const string kOfxImageEffectPropOpenCLSupported = "OfxImageEffectPropOpenCLSupported";

    /// <summary><c>OfxImageEffectPropOpenCLEnabled</c> (ofxGPURender.h; bool × 1).</summary>
    public const string kOfxImageEffectPropOpenCLEnabled = "OfxImageEffectPropOpenCLEnabled";

    /// <summary><c>OfxImageEffectPropOpenCLCommandQueue</c> (ofxGPURender.h; pointer × 1).</summary>
    public const string kOfxImageEffectPropOpenCLCommandQueue = "OfxImageEffectPropOpenCLCommandQueue";

    /// <summary><c>OfxImageEffectPropOpenCLImage</c> (ofxGPURender.h; pointer × 1).</summary>
    public const string kOfxImageEffectPropOpenCLImage = "OfxImageEffectPropOpenCLImage";
}
