// Layout as in the OpenFX 1.5 header ofxPixels.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A colour of four floats.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxRGBAColourF
{
    /// <summary>Red.</summary>
    public float r;

    /// <summary>Green.</summary>
    public float g;

    /// <summary>Blue.</summary>
    public float b;

    /// <summary>Alpha.</summary>
    public float a;
}
