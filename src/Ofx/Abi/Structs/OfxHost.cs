// Layout as in the OpenFX 1.5 header ofxCore.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>What a host hands to <c>setHost</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxHost
{
    /// <summary>Properties of the host.</summary>
    public OfxPropertySetHandle host;

    /// <summary>Fetches a suite by name and version; null when the host lacks it.</summary>
    public delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, void*> fetchSuite;
}
