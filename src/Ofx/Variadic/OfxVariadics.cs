using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Variadic;

/// <summary>
/// Calls a host's variadic suite functions and offers variadic functions to a plug-in, by way of a few lines of C
/// (<c>Native/ofx_variadics_*.c</c>): neither a C# function pointer nor P/Invoke can express a C variadic call portably.
/// A null function address answers <see cref="OfxStatus.kOfxStatErrMissingHostFeature"/>.
/// </summary>
public static unsafe class OfxVariadics
{
    /// <summary>
    /// Offers variadic functions to plug-ins. One host per process: a second call replaces the first one's callbacks.
    /// </summary>
    /// <param name="callbacks">What the functions call, with the arguments unpacked.</param>
    /// <returns>The addresses to put into the suites.</returns>
    public static OfxVariadicFunctions Offer(in OfxVariadicCallbacks callbacks)
    {
        OfxVariadicFunctions functions;
        fixed (OfxVariadicCallbacks* given = &callbacks)
            OfxVariadicsNative.Offer(given, &functions);

        return functions;
    }

    /// <summary>Calls <c>paramGetValue</c>.</summary>
    /// <typeparam name="T"><see cref="int"/>, <see cref="double"/>, or <see cref="nint"/> for a string's address.</typeparam>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="values">Gets the 1 to 4 values of the parameter; unchanged where the host writes nothing.</param>
    public static OfxStatus ParamGetValue<T>(nint function, OfxParamHandle param, Span<T> values)
        where T : unmanaged
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (T* first = values)
            return OfxVariadicsNative.ParamGetValue(function, param, first, (nuint)sizeof(T), values.Length);
    }

    /// <summary>Calls <c>paramGetValueAtTime</c>, or <c>paramGetDerivative</c>, whose signature is the same.</summary>
    /// <inheritdoc cref="ParamGetValue"/>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="values">Gets the 1 to 4 values of the parameter.</param>
    public static OfxStatus ParamGetValueAtTime<T>(nint function, OfxParamHandle param, double time, Span<T> values)
        where T : unmanaged
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (T* first = values)
            return OfxVariadicsNative.ParamGetValueAtTime(function, param, time, first, (nuint)sizeof(T), values.Length);
    }

    /// <summary>Calls <c>paramGetIntegral</c>.</summary>
    /// <inheritdoc cref="ParamGetValue"/>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="from">The start of the time, in frames.</param>
    /// <param name="to">The end of the time, in frames.</param>
    /// <param name="values">Gets the 1 to 4 integrals.</param>
    public static OfxStatus ParamGetIntegral<T>(nint function, OfxParamHandle param, double from, double to, Span<T> values)
        where T : unmanaged
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (T* first = values)
            return OfxVariadicsNative.ParamGetIntegral(function, param, from, to, first, (nuint)sizeof(T), values.Length);
    }

    /// <summary>Calls <c>paramSetValue</c> of an integer, boolean or choice parameter.</summary>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="values">The parameter's 1 to 4 values.</param>
    public static OfxStatus ParamSetInts(nint function, OfxParamHandle param, params ReadOnlySpan<int> values)
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (int* first = values)
            return OfxVariadicsNative.ParamSetInts(function, param, first, values.Length);
    }

    /// <summary>Calls <c>paramSetValue</c> of a double or colour parameter.</summary>
    /// <inheritdoc cref="ParamSetInts"/>
    public static OfxStatus ParamSetDoubles(nint function, OfxParamHandle param, params ReadOnlySpan<double> values)
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (double* first = values)
            return OfxVariadicsNative.ParamSetDoubles(function, param, first, values.Length);
    }

    /// <summary>Calls <c>paramSetValue</c> of a string, custom or bytes parameter.</summary>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="value">The value's address; it need not outlive the call, since a host copies the value.</param>
    public static OfxStatus ParamSetPointer(nint function, OfxParamHandle param, void* value) =>
        function == 0 ? OfxStatus.kOfxStatErrMissingHostFeature : OfxVariadicsNative.ParamSetPointer(function, param, value);

    /// <summary>Calls <c>paramSetValueAtTime</c> of an integer, boolean or choice parameter.</summary>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="values">The parameter's 1 to 4 values.</param>
    public static OfxStatus ParamSetIntsAtTime(nint function, OfxParamHandle param, double time, params ReadOnlySpan<int> values)
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (int* first = values)
            return OfxVariadicsNative.ParamSetIntsAtTime(function, param, time, first, values.Length);
    }

    /// <summary>Calls <c>paramSetValueAtTime</c> of a double or colour parameter.</summary>
    /// <inheritdoc cref="ParamSetIntsAtTime"/>
    public static OfxStatus ParamSetDoublesAtTime(nint function, OfxParamHandle param, double time, params ReadOnlySpan<double> values)
    {
        if (function == 0)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        fixed (double* first = values)
            return OfxVariadicsNative.ParamSetDoublesAtTime(function, param, time, first, values.Length);
    }

    /// <summary>Calls <c>paramSetValueAtTime</c> of a string, custom or bytes parameter.</summary>
    /// <param name="function">The suite's function.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="value">The value's address; it need not outlive the call.</param>
    public static OfxStatus ParamSetPointerAtTime(nint function, OfxParamHandle param, double time, void* value) =>
        function == 0 ? OfxStatus.kOfxStatErrMissingHostFeature : OfxVariadicsNative.ParamSetPointerAtTime(function, param, time, value);

    /// <summary>Calls <c>message</c> or <c>setPersistentMessage</c> with the format "%s".</summary>
    /// <param name="function">The suite's function.</param>
    /// <param name="handle">The effect instance, or null.</param>
    /// <param name="type">The message type, UTF-8.</param>
    /// <param name="id">The message's identifier, UTF-8, or null.</param>
    /// <param name="text">The message, UTF-8.</param>
    public static OfxStatus Message(nint function, void* handle, byte* type, byte* id, byte* text) =>
        function == 0 ? OfxStatus.kOfxStatErrMissingHostFeature : OfxVariadicsNative.Message(function, handle, type, id, text);
}
