// Layout as in the OpenFX 1.5 header ofxMessage.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Messages to the user, persistent ones too (<c>OfxMessageSuiteV2</c>, ofxMessage.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxMessageSuiteV2
{
    /// <summary>Shows a message: handle, type, id, printf format, arguments. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint message;

    /// <summary>Shows a message until it is cleared: handle, type, id, printf format, arguments. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint setPersistentMessage;

    /// <summary>Clears the persistent message.</summary>
    public delegate* unmanaged[Cdecl]<void*, OfxStatus> clearPersistentMessage;
}
