// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A range of integers.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxRangeI
{
    /// <summary>Smallest value.</summary>
    public int min;

    /// <summary>Largest value.</summary>
    public int max;
}
