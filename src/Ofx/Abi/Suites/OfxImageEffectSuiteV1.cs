// Layout as in the OpenFX 1.5 header ofxImageEffect.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Clips, images and image memory of an effect (<c>OfxImageEffectSuiteV1</c>, ofxImageEffect.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxImageEffectSuiteV1
{
    /// <summary>Gets the property set of an effect.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageEffectHandle, OfxPropertySetHandle*, OfxStatus> getPropertySet;

    /// <summary>Gets the parameter set of an effect.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageEffectHandle, OfxParamSetHandle*, OfxStatus> getParamSet;

    /// <summary>Defines a clip; only while describing in a context.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageEffectHandle, byte*, OfxPropertySetHandle*, OfxStatus> clipDefine;

    /// <summary>Gets a clip of an instance by name.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageEffectHandle, byte*, OfxImageClipHandle*, OfxPropertySetHandle*, OfxStatus> clipGetHandle;

    /// <summary>Gets the property set of a clip.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageClipHandle, OfxPropertySetHandle*, OfxStatus> clipGetPropertySet;

    /// <summary>Gets an image of a clip at a time; the region may be null.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageClipHandle, double, OfxRectD*, OfxPropertySetHandle*, OfxStatus> clipGetImage;

    /// <summary>Gives an image back.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, OfxStatus> clipReleaseImage;

    /// <summary>Gets the region of definition of a clip, in canonical coordinates.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageClipHandle, double, OfxRectD*, OfxStatus> clipGetRegionOfDefinition;

    /// <summary>Says (non-zero) that processing should stop.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageEffectHandle, int> abort;

    /// <summary>Allocates image memory.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageEffectHandle, nuint, OfxImageMemoryHandle*, OfxStatus> imageMemoryAlloc;

    /// <summary>Frees image memory.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageMemoryHandle, OfxStatus> imageMemoryFree;

    /// <summary>Locks image memory and gets its address.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageMemoryHandle, void**, OfxStatus> imageMemoryLock;

    /// <summary>Unlocks image memory.</summary>
    public delegate* unmanaged[Cdecl]<OfxImageMemoryHandle, OfxStatus> imageMemoryUnlock;
}
