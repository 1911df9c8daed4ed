using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Variadic;

namespace FaceFusion.Host.Suites;

/// <summary>The parameter suite, but for its variadic functions (<see cref="VariadicFunctions"/>).</summary>
internal static unsafe class ParameterSuite
{
    /// <summary>The suite's functions.</summary>
    public static OfxParameterSuiteV1 Create(in OfxVariadicFunctions variadic) => new()
    {
        paramDefine = &Define,
        paramGetHandle = &GetHandle,
        paramSetGetPropertySet = &GetSetProperties,
        paramGetPropertySet = &GetProperties,
        paramGetValue = variadic.ParamGetValue,
        paramGetValueAtTime = variadic.ParamGetValueAtTime,
        paramGetDerivative = variadic.ParamGetDerivative,
        paramGetIntegral = variadic.ParamGetIntegral,
        paramSetValue = variadic.ParamSetValue,
        paramSetValueAtTime = variadic.ParamSetValueAtTime,
        paramGetNumKeys = &GetNumKeys,
        paramGetKeyTime = &GetKeyTime,
        paramGetKeyIndex = &GetKeyIndex,
        paramDeleteKey = &DeleteKey,
        paramDeleteAllKeys = &DeleteAllKeys,
        paramCopy = &Copy,
        paramEditBegin = &EditBegin,
        paramEditEnd = &EditEnd,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Define(OfxParamSetHandle set, byte* type, byte* name, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (properties is not null)
            *properties = default;
        if (!HandleTable.TryGet(set.Value, out ParamSet? found) || found.Owner is not EffectDescriptor descriptor)
            return OfxStatus.kOfxStatErrBadHandle;
        if (type is null || name is null || *name == 0)
            return OfxStatus.kOfxStatErrValue;

        OfxStatus status = descriptor.DefineParam(Guard.Text(type), Guard.Text(name), out PropertyBag? bag);
        if (status == OfxStatus.kOfxStatErrUnsupported)
            HostWatch.Tell(BreachKind.UnsupportedParam, $"{Guard.Text(name)} ({Guard.Text(type)})");
        else if (status != OfxStatus.kOfxStatOK)
            HostWatch.Tell(BreachKind.ParamDefinition, $"{Guard.Text(name)} ({Guard.Text(type)})");
        if (bag is not null && properties is not null)
            *properties = bag.Handle;
        return status;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetHandle(OfxParamSetHandle set, byte* name, OfxParamHandle* param, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (param is not null)
            *param = default;
        if (properties is not null)
            *properties = default;
        if (!HandleTable.TryGet(set.Value, out ParamSet? found) || found.Owner is not HostedInstance instance)
            return OfxStatus.kOfxStatErrBadHandle;
        if (!instance.Params.TryGet(Guard.Text(name), out HostedParam? known))
            return HostWatch.Tell(BreachKind.UnknownParam, Guard.Text(name), OfxStatus.kOfxStatErrUnknown);

        if (param is not null)
            *param = known.Handle;
        if (properties is not null)
            *properties = known.Properties.Handle;
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetSetProperties(OfxParamSetHandle set, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (properties is null)
            return OfxStatus.kOfxStatErrValue;

        bool known = HandleTable.TryGet(set.Value, out ParamSet? found);
        *properties = known ? found!.Owner.Properties.Handle : default;
        return known ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrBadHandle;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetProperties(OfxParamHandle param, OfxPropertySetHandle* properties) =>
        With(param, properties is not null, known => *properties = known.Properties.Handle);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetNumKeys(OfxParamHandle param, uint* count) =>
        With(param, count is not null, known => *count = (uint)known.Keys.Count);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetKeyTime(OfxParamHandle param, uint index, double* time) =>
        With(param, time is not null, known =>
        {
            IReadOnlyList<ParamKey> keys = known.Keys;
            if (index >= keys.Count)
                return OfxStatus.kOfxStatErrBadIndex;

            *time = keys[(int)index].Time;
            return OfxStatus.kOfxStatOK;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetKeyIndex(OfxParamHandle param, double time, int direction, int* index) =>
        With(param, index is not null, known =>
        {
            *index = known.FindKey(time, direction);
            return *index < 0 ? OfxStatus.kOfxStatFailed : OfxStatus.kOfxStatOK;
        });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus DeleteKey(OfxParamHandle param, double time) => With(param, true, known => known.DeleteKey(time));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus DeleteAllKeys(OfxParamHandle param) => With(param, true, known => known.DeleteAllKeys());

    /// <summary>No range, or [0, 0], means every key (ofxParam.h).</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Copy(OfxParamHandle to, OfxParamHandle from, double offset, OfxRangeD* range)
    {
        bool all = range is null || (range->min == 0 && range->max == 0);
        double first = all ? double.NegativeInfinity : range->min, last = all ? double.PositiveInfinity : range->max;
        return With(to, true, target => HandleTable.TryGet(from.Value, out HostedParam? source)
            ? target.CopyFrom(source, offset, first, last)
            : OfxStatus.kOfxStatErrBadHandle);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus EditBegin(OfxParamSetHandle set, byte* label) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(set.Value, out ParamSet? found))
            return OfxStatus.kOfxStatErrBadHandle;

        found.BeginEdit(Guard.Text(label));
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus EditEnd(OfxParamSetHandle set) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(set.Value, out ParamSet? found))
            return OfxStatus.kOfxStatErrBadHandle;

        return found.EndEdit() ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatFailed;
    });

    private static OfxStatus With(OfxParamHandle param, bool valid, Action<HostedParam> body) => With(param, valid, known =>
    {
        body(known);
        return OfxStatus.kOfxStatOK;
    });

    private static OfxStatus With(OfxParamHandle param, bool valid, Func<HostedParam, OfxStatus> body) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(param.Value, out HostedParam? known))
            return HostWatch.Tell(BreachKind.BadHandle, "parameter", OfxStatus.kOfxStatErrBadHandle);

        return valid ? body(known) : OfxStatus.kOfxStatErrValue;
    });
}
