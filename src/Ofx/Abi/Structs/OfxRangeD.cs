// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A range of real numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxRangeD
{
    /// <summary>Smallest value.</summary>
    public double min;

    /// <summary>Largest value.</summary>
    public double max;
}
