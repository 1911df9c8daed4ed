// Layout as in the OpenFX 1.5 header ofxGPURender.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Images as OpenGL textures (<c>OfxImageEffectOpenGLRenderSuiteV1</c>, ofxGPURender.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxImageEffectOpenGLRenderSuiteV1
{
    /// <summary>Loads an image of a clip as a texture.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageClipHandle, double, byte*, OfxRectD*, OfxPropertySetHandle*, OfxStatus> clipLoadTexture;

    /// <summary>Gives a texture back.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, OfxStatus> clipFreeTexture;

    /// <summary>Asks the host to free what it can on the GPU.</summary>
    public delegate* unmanaged[Cdecl]<OfxStatus> flushResources;
}
