// Layout as in the OpenFX 1.5 header ofxMemory.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>General memory (<c>OfxMemorySuiteV1</c>, ofxMemory.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxMemorySuiteV1
{
    /// <summary>Allocates memory; the handle may be null.</summary>
    public delegate* unmanaged[Cdecl]<void*, nuint, void**, OfxStatus> memoryAlloc;

    /// <summary>Frees memory.</summary>
    public delegate* unmanaged[Cdecl]<void*, OfxStatus> memoryFree;
}
