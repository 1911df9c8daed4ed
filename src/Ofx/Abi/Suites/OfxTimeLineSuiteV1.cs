// Layout as in the OpenFX 1.5 header ofxTimeLine.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>The host's time line (<c>OfxTimeLineSuiteV1</c>, ofxTimeLine.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxTimeLineSuiteV1
{
    /// <summary>Gets the current time.</summary>
    public delegate* unmanaged[Cdecl]<void*, double*, OfxStatus> getTime;

    /// <summary>Moves the host to a time.</summary>
    public delegate* unmanaged[Cdecl]<void*, double, OfxStatus> gotoTime;

    /// <summary>Gets the first and last time.</summary>
    public delegate* unmanaged[Cdecl]<void*, double*, double*, OfxStatus> getTimeBounds;
}
