using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Properties;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The property suite: C values in and out of <see cref="PropertyBag"/>.</summary>
internal static unsafe class PropertySuite
{
    /// <summary>The suite's functions.</summary>
    public static OfxPropertySuiteV1 Create() => new()
    {
        propSetPointer = &SetPointer,
        propSetString = &SetString,
        propSetDouble = &SetDouble,
        propSetInt = &SetInt,
        propSetPointerN = &SetPointers,
        propSetStringN = &SetStrings,
        propSetDoubleN = &SetDoubles,
        propSetIntN = &SetInts,
        propGetPointer = &GetPointer,
        propGetString = &GetString,
        propGetDouble = &GetDouble,
        propGetInt = &GetInt,
        propGetPointerN = &GetPointers,
        propGetStringN = &GetStrings,
        propGetDoubleN = &GetDoubles,
        propGetIntN = &GetInts,
        propReset = &Reset,
        propGetDimension = &GetDimension,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetPointer(OfxPropertySetHandle set, byte* name, int index, void* value) =>
        With(set, name, (bag, property) => bag.Set(property, index, PropertyValue.OfPointer((nint)value)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetString(OfxPropertySetHandle set, byte* name, int index, byte* value) =>
        With(set, name, (bag, property) => value is null
            ? HostWatch.Tell(BreachKind.NullArgument, property, OfxStatus.kOfxStatErrValue)
            : bag.Set(property, index, PropertyValue.Of(Guard.Text(value))));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetDouble(OfxPropertySetHandle set, byte* name, int index, double value) =>
        With(set, name, (bag, property) => bag.Set(property, index, PropertyValue.Of(value)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetInt(OfxPropertySetHandle set, byte* name, int index, int value) =>
        With(set, name, (bag, property) => bag.Set(property, index, PropertyValue.Of(value)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetPointers(OfxPropertySetHandle set, byte* name, int count, void** values) =>
        SetMany(set, name, PropertyKind.Pointer, count, values, i => PropertyValue.OfPointer((nint)values[i]));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetStrings(OfxPropertySetHandle set, byte* name, int count, byte** values)
    {
        for (int i = 0; values is not null && i < Math.Min(count, Property.MaxElements); i++)
        {
            if (values[i] is null)
                return OfxStatus.kOfxStatErrValue;
        }

        return SetMany(set, name, PropertyKind.Text, count, values, i => PropertyValue.Of(Guard.Text(values[i])));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetDoubles(OfxPropertySetHandle set, byte* name, int count, double* values) =>
        SetMany(set, name, PropertyKind.Real, count, values, i => PropertyValue.Of(values[i]));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetInts(OfxPropertySetHandle set, byte* name, int count, int* values) =>
        SetMany(set, name, PropertyKind.Integer, count, values, i => PropertyValue.Of(values[i]));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetPointer(OfxPropertySetHandle set, byte* name, int index, void** value) =>
        Get(set, name, PropertyKind.Pointer, index, value, (_, element) => *value = (void*)element.Pointer);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetString(OfxPropertySetHandle set, byte* name, int index, byte** value) =>
        Get(set, name, PropertyKind.Text, index, value, (bag, element) => *value = bag.Native(element.Text));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetDouble(OfxPropertySetHandle set, byte* name, int index, double* value) =>
        Get(set, name, PropertyKind.Real, index, value, (_, element) => *value = element.Real);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetInt(OfxPropertySetHandle set, byte* name, int index, int* value) =>
        Get(set, name, PropertyKind.Integer, index, value, (_, element) => *value = element.Integer);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetPointers(OfxPropertySetHandle set, byte* name, int count, void** values) =>
        GetMany(set, name, PropertyKind.Pointer, count, values, (_, i, element) => values[i] = (void*)element.Pointer);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetStrings(OfxPropertySetHandle set, byte* name, int count, byte** values) =>
        GetMany(set, name, PropertyKind.Text, count, values, (bag, i, element) => values[i] = bag.Native(element.Text));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetDoubles(OfxPropertySetHandle set, byte* name, int count, double* values) =>
        GetMany(set, name, PropertyKind.Real, count, values, (_, i, element) => values[i] = element.Real);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetInts(OfxPropertySetHandle set, byte* name, int count, int* values) =>
        GetMany(set, name, PropertyKind.Integer, count, values, (_, i, element) => values[i] = element.Integer);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Reset(OfxPropertySetHandle set, byte* name) =>
        With(set, name, (bag, property) => bag.Reset(property));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetDimension(OfxPropertySetHandle set, byte* name, int* count) =>
        With(set, name, (bag, property) =>
        {
            OfxStatus status = bag.GetDimension(property, out int dimension);
            if (count is not null)
                *count = dimension;
            return status;
        });

    private static OfxStatus With(OfxPropertySetHandle set, byte* name, Func<PropertyBag, string, OfxStatus> body) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(set.Value, out PropertyBag? bag))
            return HostWatch.Tell(BreachKind.BadHandle, $"property set of '{Guard.Text(name)}'", OfxStatus.kOfxStatErrBadHandle);

        return name is null
            ? HostWatch.Tell(BreachKind.NullArgument, "property name", OfxStatus.kOfxStatErrUnknown)
            : body(bag, Guard.Text(name));
    });

    private static OfxStatus SetMany(
        OfxPropertySetHandle set, byte* name, PropertyKind kind, int count, void* values, Func<int, PropertyValue> element) =>
        With(set, name, (bag, property) =>
        {
            if (count is < 0 or > Property.MaxElements)
                return OfxStatus.kOfxStatErrBadIndex;
            if (values is null && count > 0)
                return OfxStatus.kOfxStatErrValue;

            var elements = new PropertyValue[count];
            for (int i = 0; i < count; i++)
                elements[i] = element(i);
            return bag.SetMany(property, kind, elements);
        });

    private static OfxStatus Get(
        OfxPropertySetHandle set, byte* name, PropertyKind kind, int index, void* target, Action<PropertyBag, PropertyValue> write) =>
        With(set, name, (bag, property) =>
        {
            if (target is null)
                return OfxStatus.kOfxStatErrValue;

            OfxStatus status = bag.Get(property, kind, index, out PropertyValue element);
            if (status == OfxStatus.kOfxStatOK)
                write(bag, element);
            return status;
        });

    private static OfxStatus GetMany(
        OfxPropertySetHandle set, byte* name, PropertyKind kind, int count, void* target, Action<PropertyBag, int, PropertyValue> write) =>
        With(set, name, (bag, property) =>
        {
            if (target is null && count > 0)
                return OfxStatus.kOfxStatErrValue;
            if (!bag.TryGet(property, out PropertyKind found, out IReadOnlyList<PropertyValue>? elements))
                return OfxStatus.kOfxStatErrUnknown;
            if (found != kind)
                return HostWatch.Tell(BreachKind.WrongType, property, OfxStatus.kOfxStatErrUnknown);
            if (count < 0 || count > elements.Count)
                return OfxStatus.kOfxStatErrBadIndex;

            for (int i = 0; i < count; i++)
                write(bag, i, elements[i]);
            return OfxStatus.kOfxStatOK;
        });
}
