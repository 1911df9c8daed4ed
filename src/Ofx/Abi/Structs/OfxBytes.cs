// Layout as in the OpenFX 1.5 header ofxParam.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>The value of a bytes parameter.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxBytes
{
    /// <summary>First byte.</summary>
    public byte* data;

    /// <summary>Number of bytes.</summary>
    public nuint length;
}
