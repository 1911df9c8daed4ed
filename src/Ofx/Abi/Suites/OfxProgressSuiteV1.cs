// Layout as in the OpenFX 1.5 header ofxProgress.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A progress bar (<c>OfxProgressSuiteV1</c>, ofxProgress.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxProgressSuiteV1
{
    /// <summary>Starts with a label.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, OfxStatus> progressStart;

    /// <summary>Updates to a fraction 0…1; answers kOfxStatReplyNo to cancel.</summary>
    public delegate* unmanaged[Cdecl]<void*, double, OfxStatus> progressUpdate;

    /// <summary>Ends.</summary>
    public delegate* unmanaged[Cdecl]<void*, OfxStatus> progressEnd;
}
