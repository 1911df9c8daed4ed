// Layout as in Native/ofx_variadics.h.
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Variadic;

/// <summary>
/// What a host supplies so that it can offer variadic suite functions: <c>[UnmanagedCallersOnly]</c> methods that get
/// the unpacked arguments. All are called on the plug-in's thread, must let no exception out, and may be called
/// concurrently.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct OfxVariadicCallbacks
{
    /// <summary>
    /// (param, out kind, out count): the kind and number (0 to 4) of the parameter's values. Any answer but OK, such as
    /// <see cref="OfxStatus.kOfxStatErrBadHandle"/>, becomes the answer of the plug-in's call.
    /// </summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, OfxParamValueKind*, int*, OfxStatus> DescribeParam;

    /// <summary>(param, targets, count): writes each value to the address in <c>targets</c>.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, void**, int, OfxStatus> ParamGetValue;

    /// <summary>(param, time, targets, count): writes each value at the time.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, double, void**, int, OfxStatus> ParamGetValueAtTime;

    /// <summary>(param, time, targets, count): writes each value's derivative at the time.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, double, void**, int, OfxStatus> ParamGetDerivative;

    /// <summary>(param, from, to, targets, count): writes each value's integral over the time.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, double, double, void**, int, OfxStatus> ParamGetIntegral;

    /// <summary>(param, values, count): sets the parameter.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, OfxVariadicValue*, int, OfxStatus> ParamSetValue;

    /// <summary>(param, time, values, count): sets the parameter at the time.</summary>
    public delegate* unmanaged[Cdecl]<OfxParamHandle, double, OfxVariadicValue*, int, OfxStatus> ParamSetValueAtTime;

    /// <summary>(effect, type, id, text): shows a formatted message; null when the host has no message suite.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, OfxStatus> Message;

    /// <summary>(effect, type, id, text): sets the effect's persistent message; null when the host has none.</summary>
    public delegate* unmanaged[Cdecl]<void*, byte*, byte*, byte*, OfxStatus> SetPersistentMessage;
}
