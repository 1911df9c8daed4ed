// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A point with real coordinates.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxPointD
{
    /// <summary>Horizontal position.</summary>
    public double x;

    /// <summary>Vertical position, growing upwards.</summary>
    public double y;
}
