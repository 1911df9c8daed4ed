// Layout as in the OpenFX 1.5 header ofxInteract.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Overlay interacts (<c>OfxInteractSuiteV1</c>, ofxInteract.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxInteractSuiteV1
{
    /// <summary>Swaps the buffers of the view.</summary>
    public delegate* unmanaged[Cdecl]<OfxInteractHandle, OfxStatus> interactSwapBuffers;

    /// <summary>Asks for a redraw.</summary>
    public delegate* unmanaged[Cdecl]<OfxInteractHandle, OfxStatus> interactRedraw;

    /// <summary>Gets the property set of an interact.</summary>
    public delegate* unmanaged[Cdecl]<OfxInteractHandle, OfxPropertySetHandle*, OfxStatus> interactGetPropertySet;
}
