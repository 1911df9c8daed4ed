// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A rectangle of pixels, half-open: x1 ≤ x &lt; x2.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxRectI
{
    /// <summary>Left edge.</summary>
    public int x1;

    /// <summary>Bottom edge.</summary>
    public int y1;

    /// <summary>Right edge, exclusive.</summary>
    public int x2;

    /// <summary>Top edge, exclusive.</summary>
    public int y2;
}
