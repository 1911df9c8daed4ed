// Layout as in the OpenFX 1.5 header ofxDrawSuite.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Drawing of overlays without a graphics API (<c>OfxDrawSuiteV1</c>, ofxDrawSuite.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxDrawSuiteV1
{
    /// <summary>Gets a standard colour of the host.</summary>
    public delegate* unmanaged[Cdecl]<OfxDrawContextHandle, OfxStandardColour, OfxRGBAColourF*, OfxStatus> getColour;

    /// <summary>Sets the colour.</summary>
    public delegate* unmanaged[Cdecl]<OfxDrawContextHandle, OfxRGBAColourF*, OfxStatus> setColour;

    /// <summary>Sets the line width in pixels.</summary>
    public delegate* unmanaged[Cdecl]<OfxDrawContextHandle, float, OfxStatus> setLineWidth;

    /// <summary>Sets the line pattern.</summary>
    public delegate* unmanaged[Cdecl]<OfxDrawContextHandle, OfxDrawLineStipplePattern, OfxStatus> setLineStipple;

    /// <summary>Draws a primitive.</summary>
    public delegate* unmanaged[Cdecl]<OfxDrawContextHandle, OfxDrawPrimitive, OfxPointD*, int, OfxStatus> draw;

    /// <summary>Draws text at a position with an <see cref="OfxDrawTextAlignment"/>.</summary>
    public delegate* unmanaged[Cdecl]<OfxDrawContextHandle, byte*, OfxPointD*, int, OfxStatus> drawText;
}
