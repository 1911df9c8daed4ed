// Layout as in Native/ofx_variadics.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Variadic;

/// <summary>One value that a plug-in passed to <c>paramSetValue</c>; the parameter's kind tells which member holds.</summary>
[StructLayout(LayoutKind.Explicit, Size = 8)]
public struct OfxVariadicValue
{
    /// <summary>The value of an integer, boolean or choice parameter.</summary>
    [FieldOffset(0)]
    public int Int;

    /// <summary>The value of a double or colour parameter.</summary>
    [FieldOffset(0)]
    public double Double;

    /// <summary>The address of a string, custom or bytes value; valid until the call returns.</summary>
    [FieldOffset(0)]
    public nint Pointer;
}
