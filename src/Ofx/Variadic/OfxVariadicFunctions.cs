// Layout as in Native/ofx_variadics.h.
using System.Runtime.InteropServices;

namespace FaceFusion.Ofx.Variadic;

/// <summary>
/// Addresses of the C variadic functions that a host puts into its <see cref="Abi.OfxParameterSuiteV1"/>,
/// <see cref="Abi.OfxMessageSuiteV1"/> and <see cref="Abi.OfxMessageSuiteV2"/>; valid for the life of the process.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct OfxVariadicFunctions
{
    /// <summary>For <c>paramGetValue</c>.</summary>
    public nint ParamGetValue;

    /// <summary>For <c>paramGetValueAtTime</c>.</summary>
    public nint ParamGetValueAtTime;

    /// <summary>For <c>paramGetDerivative</c>.</summary>
    public nint ParamGetDerivative;

    /// <summary>For <c>paramGetIntegral</c>.</summary>
    public nint ParamGetIntegral;

    /// <summary>For <c>paramSetValue</c>.</summary>
    public nint ParamSetValue;

    /// <summary>For <c>paramSetValueAtTime</c>.</summary>
    public nint ParamSetValueAtTime;

    /// <summary>For <c>message</c> of either message suite.</summary>
    public nint Message;

    /// <summary>For <c>setPersistentMessage</c>.</summary>
    public nint SetPersistentMessage;
}
