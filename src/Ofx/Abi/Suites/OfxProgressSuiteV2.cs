// Layout as in the OpenFX 1.5 header ofxProgress.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>A progress bar with a message id (<c>OfxProgressSuiteV2</c>, ofxProgress.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxProgressSuiteV2
{
    /// <summary>Starts with a message and its id.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, byte*, OfxStatus> progressStart;

    /// <summary>Updates to a fraction 0…1; answers kOfxStatReplyNo to cancel.</summary>
    public delegate* unmanaged[Cdecl]<void*, double, OfxStatus> progressUpdate;

    /// <summary>Ends.</summary>
    public delegate* unmanaged[Cdecl]<void*, OfxStatus> progressEnd;
}
