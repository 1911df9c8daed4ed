// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A point with integer coordinates.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxPointI
{
    /// <summary>Horizontal position.</summary>
    public int x;

    /// <summary>Vertical position, growing upwards.</summary>
    public int y;
}
