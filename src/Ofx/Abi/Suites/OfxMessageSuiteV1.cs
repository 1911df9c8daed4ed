// Layout as in the OpenFX 1.5 header ofxMessage.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Messages to the user (<c>OfxMessageSuiteV1</c>, ofxMessage.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxMessageSuiteV1
{
    /// <summary>Shows a message: handle, type, id, printf format, arguments. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint message;
}
