using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;
using FaceFusion.Ofx.Variadic;

namespace FaceFusion.Ofx.Plugin.Params;

/// <summary>The suite calls behind the typed parameters.</summary>
internal sealed unsafe class ParamAccess(OfxHostContext host, string name, OfxParamHandle handle, OfxPropertySetHandle properties)
{
    internal OfxHostContext Host { get; } = host;

    internal string Name { get; } = name;

    internal OfxParamHandle Handle { get; } = handle;

    internal OfxPropertySetHandle Properties { get; } = properties;

    internal OfxParameterSuiteV1* Suite => Host.ParameterSuite;

    internal void Get<T>(Span<T> values)
        where T : unmanaged =>
        Check(OfxVariadics.ParamGetValue(Suite->paramGetValue, Handle, values), "its value");

    /// <summary>The value at a time; the current value where the host has no function for it.</summary>
    internal void GetAt<T>(double time, Span<T> values)
        where T : unmanaged
    {
        nint function = Suite->paramGetValueAtTime;
        if (function == 0)
            Get(values);
        else
            Check(OfxVariadics.ParamGetValueAtTime(function, Handle, time, values), "its value");
    }

    internal T GetOne<T>()
        where T : unmanaged
    {
        Span<T> value = stackalloc T[1];
        Get(value);
        return value[0];
    }

    internal T GetOneAt<T>(double time)
        where T : unmanaged
    {
        Span<T> value = stackalloc T[1];
        GetAt(time, value);
        return value[0];
    }

    internal void Set(ReadOnlySpan<int> values) =>
        Check(OfxVariadics.ParamSetInts(Suite->paramSetValue, Handle, values), "the new value");

    internal void Set(ReadOnlySpan<double> values) =>
        Check(OfxVariadics.ParamSetDoubles(Suite->paramSetValue, Handle, values), "the new value");

    internal void SetAt(double time, ReadOnlySpan<int> values) =>
        Check(OfxVariadics.ParamSetIntsAtTime(Suite->paramSetValueAtTime, Handle, time, values), "the new key");

    internal void SetAt(double time, ReadOnlySpan<double> values) =>
        Check(OfxVariadics.ParamSetDoublesAtTime(Suite->paramSetValueAtTime, Handle, time, values), "the new key");

    internal void SetText(string value)
    {
        byte* text = Utf8.Allocate(value);
        try
        {
            Check(OfxVariadics.ParamSetPointer(Suite->paramSetValue, Handle, text), "the new value");
        }
        finally
        {
            Utf8.Free(text);
        }
    }

    internal void Check(OfxStatus status, string what)
    {
        if (status != OfxStatus.kOfxStatOK)
            throw new OfxException(status, $"The host refused {what} of parameter '{Name}' ({status}); reload the node or report the host's version.");
    }
}
