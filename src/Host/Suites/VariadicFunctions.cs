using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Variadic;

namespace FaceFusion.Host.Suites;

/// <summary>The variadic functions of the parameter and message suites, unpacked by <see cref="OfxVariadics"/>.</summary>
internal static unsafe class VariadicFunctions
{
    /// <summary>The C functions for the suites.</summary>
    public static OfxVariadicFunctions Offered { get; } = OfxVariadics.Offer(new OfxVariadicCallbacks
    {
        DescribeParam = &DescribeParam,
        ParamGetValue = &GetValue,
        ParamGetValueAtTime = &GetValueAtTime,
        ParamGetDerivative = &GetDerivative,
        ParamGetIntegral = &GetIntegral,
        ParamSetValue = &SetValue,
        ParamSetValueAtTime = &SetValueAtTime,
        Message = &MessageSuite.Post,
        SetPersistentMessage = &MessageSuite.PostPersistent,
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus DescribeParam(OfxParamHandle handle, OfxParamValueKind* kind, int* count) => With(handle, param =>
    {
        *kind = param.Shape.Kind switch
        {
            ParamKind.Integer => OfxParamValueKind.Int,
            ParamKind.Real => OfxParamValueKind.Double,
            ParamKind.Text or ParamKind.Bytes => OfxParamValueKind.Pointer,
            _ => OfxParamValueKind.None,
        };
        *count = param.Shape.Components;
        return param.Shape.Kind == ParamKind.None ? OfxStatus.kOfxStatErrUnsupported : OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetValue(OfxParamHandle handle, void** targets, int count) =>
        With(handle, param => Write(param, param.Value, targets, count));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetValueAtTime(OfxParamHandle handle, double time, void** targets, int count) =>
        With(handle, param => Write(param, param.GetAt(time), targets, count));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetDerivative(OfxParamHandle handle, double time, void** targets, int count) =>
        WithReal(handle, param => Write(param, ParamValue.OfReals(param.Derivative(time)), targets, count));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetIntegral(OfxParamHandle handle, double from, double to, void** targets, int count) =>
        WithReal(handle, param => Write(param, ParamValue.OfReals(param.Integral(from, to)), targets, count));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetValue(OfxParamHandle handle, OfxVariadicValue* values, int count) =>
        WithWritable(handle, param => Read(param, values, count) is { } value ? param.Write(value) : OfxStatus.kOfxStatErrValue);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetValueAtTime(OfxParamHandle handle, double time, OfxVariadicValue* values, int count) =>
        WithWritable(handle, param => Read(param, values, count) is { } value ? param.WriteAt(time, value) : OfxStatus.kOfxStatErrValue);

    private static OfxStatus With(OfxParamHandle handle, Func<HostedParam, OfxStatus> body) => Guard.Run(() =>
        HandleTable.TryGet(handle.Value, out HostedParam? param)
            ? body(param)
            : HostWatch.Tell(BreachKind.BadHandle, "parameter", OfxStatus.kOfxStatErrBadHandle));

    /// <summary>Values may be written from InstanceChanged and the like alone, never from render actions (ofxParam.h).</summary>
    private static OfxStatus WithWritable(OfxParamHandle handle, Func<HostedParam, OfxStatus> body) =>
        With(handle, param =>
        {
            if (ActionFrame.Current is { MayWriteParams: false })
                return HostWatch.Tell(BreachKind.ParamWrite, param.Name, OfxStatus.kOfxStatFailed);
            if (ActionFrame.Current is { Action: OfxActions.kOfxActionCreateInstance })
                HostWatch.Tell(BreachKind.ParamWriteInCreate, param.Name);
            return body(param);
        });

    private static OfxStatus WithReal(OfxParamHandle handle, Func<HostedParam, OfxStatus> body) =>
        With(handle, param => param.Shape.Kind == ParamKind.Real ? body(param) : OfxStatus.kOfxStatErrUnsupported);

    private static OfxStatus Write(HostedParam param, ParamValue value, void** targets, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (targets[i] is null)
                return OfxStatus.kOfxStatErrValue;
        }

        switch (value.Kind)
        {
            case ParamKind.Integer:
                for (int i = 0; i < count; i++)
                    *(int*)targets[i] = (int)value.Numbers[i];
                break;
            case ParamKind.Real:
                for (int i = 0; i < count; i++)
                    *(double*)targets[i] = value.Numbers[i];
                break;
            case ParamKind.Text:
                *(byte**)targets[0] = param.Properties.Native(value.Text);
                break;
            default:
                *(OfxBytes*)targets[0] = param.NativeBytes(value);
                break;
        }

        return OfxStatus.kOfxStatOK;
    }

    private static ParamValue? Read(HostedParam param, OfxVariadicValue* values, int count)
    {
        switch (param.Shape.Kind)
        {
            case ParamKind.Integer:
                var integers = new int[count];
                for (int i = 0; i < count; i++)
                    integers[i] = values[i].Int;
                return ParamValue.OfIntegers(integers);
            case ParamKind.Real:
                var reals = new double[count];
                for (int i = 0; i < count; i++)
                    reals[i] = values[i].Double;
                return ParamValue.OfReals(reals);
            case ParamKind.Text:
                return values[0].Pointer == 0 ? null : ParamValue.OfText(Guard.Text((byte*)values[0].Pointer));
            default:
                var bytes = (OfxBytes*)values[0].Pointer;
                bool valid = bytes is not null && (bytes->data is not null || bytes->length == 0) && bytes->length <= int.MaxValue;
                return valid ? ParamValue.OfBytes(new ReadOnlySpan<byte>(bytes->data, (int)bytes->length)) : null;
        }
    }
}
