// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A rectangle in canonical coordinates, half-open.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxRectD
{
    /// <summary>Left edge.</summary>
    public double x1;

    /// <summary>Bottom edge.</summary>
    public double y1;

    /// <summary>Right edge, exclusive.</summary>
    public double x2;

    /// <summary>Top edge, exclusive.</summary>
    public double y2;
}
