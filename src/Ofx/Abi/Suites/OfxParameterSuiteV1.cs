// Layout as in the OpenFX 1.5 header ofxParam.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Abi;

/// <summary>Defines, reads and writes parameters (<c>OfxParameterSuiteV1</c>, ofxParam.h).</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxParameterSuiteV1
{
    /// <summary>Defines a parameter of a type and a name; only while describing in a context.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamSetHandle, byte*, byte*, OfxPropertySetHandle*, OfxStatus> paramDefine;

    /// <summary>Gets a parameter of an instance by name.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamSetHandle, byte*, OfxParamHandle*, OfxPropertySetHandle*, OfxStatus> paramGetHandle;

    /// <summary>Gets the property set of a parameter set.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamSetHandle, OfxPropertySetHandle*, OfxStatus> paramSetGetPropertySet;

    /// <summary>Gets the property set of a parameter.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, OfxPropertySetHandle*, OfxStatus> paramGetPropertySet;

    /// <summary>Gets the current value. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint paramGetValue;

    /// <summary>Gets the value at a time. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint paramGetValueAtTime;

    /// <summary>Gets the derivative at a time. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint paramGetDerivative;

    /// <summary>Gets the integral over a range of time. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint paramGetIntegral;

    /// <summary>Sets the current value. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint paramSetValue;

    /// <summary>Sets a key at a time. Variadic: called and offered through <see cref="Variadic.OfxVariadics"/> alone.</summary>
    public nint paramSetValueAtTime;

    /// <summary>Gets the number of keys.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, uint*, OfxStatus> paramGetNumKeys;

    /// <summary>Gets the time of the nth key.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, uint, double*, OfxStatus> paramGetKeyTime;

    /// <summary>Finds a key at, before or after a time.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, double, int, int*, OfxStatus> paramGetKeyIndex;

    /// <summary>Deletes the key at a time.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, double, OfxStatus> paramDeleteKey;

    /// <summary>Deletes all keys.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, OfxStatus> paramDeleteAllKeys;

    /// <summary>Copies one parameter to another, keys included; the range may be null.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, OfxParamHandle, double, OfxRangeD*, OfxStatus> paramCopy;

    /// <summary>Opens one step of undo.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamSetHandle, byte*, OfxStatus> paramEditBegin;

    /// <summary>Closes one step of undo.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamSetHandle, OfxStatus> paramEditEnd;
}
