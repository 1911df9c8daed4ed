using System.Diagnostics.CodeAnalysis;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Properties;

/// <summary>
/// A property set as a host keeps it: typed, dimensioned properties with defaults, in order of definition, behind one
/// lock. The statuses are those of ofxProperty.h; a property asked for under another type than its own is unknown,
/// as in the reference host.
/// </summary>
public sealed unsafe class PropertyBag : IDisposable
{
    private static readonly Property Missing = new(PropertyKind.Integer, 0, []);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Property> _properties = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly NativeStrings _strings = new();

    /// <summary>Creates an empty set and gives it a handle.</summary>
    /// <param name="plugInMayWrite">Whether a plug-in's writes are taken; else they answer <c>kOfxStatErrValue</c>.</param>
    internal PropertyBag(bool plugInMayWrite = true)
    {
        PlugInMayWrite = plugInMayWrite;
        Handle = new OfxPropertySetHandle(HandleTable.Add(this));
    }

    /// <summary>The handle that plug-ins know the set by.</summary>
    public OfxPropertySetHandle Handle { get; }

    /// <summary>Names of the properties, in order of definition.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
                return [.. _order];
        }
    }

    /// <summary>Whether a plug-in's writes are taken.</summary>
    internal bool PlugInMayWrite { get; }

    /// <summary>Whether a property of this name is defined.</summary>
    public bool Contains(string name)
    {
        lock (_gate)
            return _properties.ContainsKey(name);
    }

    /// <summary>Gets the elements of a property and its type.</summary>
    /// <returns>False when there is none of that name.</returns>
    public bool TryGet(string name, out PropertyKind kind, [NotNullWhen(true)] out IReadOnlyList<PropertyValue>? values)
    {
        lock (_gate)
        {
            bool found = _properties.TryGetValue(name, out Property? property);
            kind = property?.Kind ?? default;
            values = property is null ? null : [.. property.Values];
            return found;
        }
    }

    /// <summary>The first element of a text property; empty when there is none.</summary>
    public string GetText(string name) => First(name).Text;

    /// <summary>The first element of an integer property; 0 when there is none.</summary>
    public int GetInteger(string name) => First(name).Integer;

    /// <summary>The first element of a real property; 0 when there is none.</summary>
    public double GetReal(string name) => First(name).Real;

    /// <summary>The first element of a pointer property; 0 when there is none.</summary>
    public nint GetPointer(string name) => First(name).Pointer;

    /// <summary>The elements of a text property.</summary>
    public IReadOnlyList<string> GetTexts(string name) => [.. All(name).Select(value => value.Text)];

    /// <summary>The elements of an integer property.</summary>
    public IReadOnlyList<int> GetIntegers(string name) => [.. All(name).Select(value => value.Integer)];

    /// <summary>The elements of a real property.</summary>
    public IReadOnlyList<double> GetReals(string name) => [.. All(name).Select(value => value.Real)];

    /// <summary>Withdraws the handle and frees the strings handed out.</summary>
    public void Dispose()
    {
        HandleTable.Remove(Handle.Value);
        _strings.Dispose();
    }

    /// <summary>Defines a property of a fixed dimension with its default.</summary>
    internal PropertyBag Define(string name, params ReadOnlySpan<PropertyValue> initial) =>
        Define(name, initial[0].Kind, initial.Length, initial);

    /// <summary>Defines an integer property of a fixed dimension.</summary>
    internal PropertyBag Integers(string name, params ReadOnlySpan<int> initial) =>
        Define(name, PropertyKind.Integer, initial.Length, Elements(initial));

    /// <summary>Defines a real property of a fixed dimension.</summary>
    internal PropertyBag Reals(string name, params ReadOnlySpan<double> initial) =>
        Define(name, PropertyKind.Real, initial.Length, Elements(initial));

    /// <summary>Defines a text property of one element.</summary>
    internal PropertyBag Text(string name, string initial = "") => Define(name, PropertyValue.Of(initial));

    /// <summary>Defines a text property of a varying dimension.</summary>
    internal PropertyBag Texts(string name, params ReadOnlySpan<string> initial) =>
        Define(name, PropertyKind.Text, 0, Elements(initial));

    /// <summary>Defines a pointer property of one element.</summary>
    internal PropertyBag Pointer(string name, nint initial = 0) => Define(name, PropertyValue.OfPointer(initial));

    /// <summary>Defines an empty property of a varying dimension.</summary>
    internal PropertyBag Varying(string name, PropertyKind kind) => Define(name, kind, 0, []);

    /// <summary>Defines a property, or redefines one.</summary>
    internal PropertyBag Define(string name, PropertyKind kind, int dimension, ReadOnlySpan<PropertyValue> initial)
    {
        lock (_gate)
        {
            if (!_properties.ContainsKey(name))
                _order.Add(name);

            _properties[name] = new Property(kind, dimension, initial.ToArray());
        }

        return this;
    }

    /// <summary>Takes properties out of the set, as a host lacks them that never heard of them.</summary>
    internal PropertyBag Forget(IReadOnlySet<string> names)
    {
        lock (_gate)
        {
            foreach (string name in names)
            {
                if (_properties.Remove(name))
                    _order.Remove(name);
            }
        }

        return this;
    }

    /// <summary>Copies every property of another set, its current values becoming the defaults here.</summary>
    internal PropertyBag CopyFrom(PropertyBag other)
    {
        List<KeyValuePair<string, Property>> copies;
        lock (other._gate)
            copies = [.. other._order.Select(name => KeyValuePair.Create(name, other._properties[name].Clone()))];

        lock (_gate)
        {
            foreach ((string name, Property property) in copies)
            {
                if (!_properties.ContainsKey(name))
                    _order.Add(name);

                _properties[name] = property;
            }
        }

        return this;
    }

    /// <summary>The host's own write: the property must be defined.</summary>
    internal void Put(string name, params ReadOnlySpan<PropertyValue> values)
    {
        lock (_gate)
            _properties[name].SetAll(values);
    }

    /// <summary>Writes integers.</summary>
    internal void PutIntegers(string name, params ReadOnlySpan<int> values) => Put(name, Elements(values));

    /// <summary>Writes reals.</summary>
    internal void PutReals(string name, params ReadOnlySpan<double> values) => Put(name, Elements(values));

    /// <summary>Writes texts.</summary>
    internal void PutTexts(string name, params ReadOnlySpan<string> values) => Put(name, Elements(values));

    /// <summary>A plug-in's write of one element.</summary>
    internal OfxStatus Set(string name, int index, PropertyValue value)
    {
        lock (_gate)
        {
            if (Refusal(name, value.Kind, out Property? property) is { } refusal)
                return refusal;
            if (!property.Accepts(index))
                return HostWatch.Tell(BreachKind.BadIndex, name, OfxStatus.kOfxStatErrBadIndex);

            property.Set(index, value);
            return OfxStatus.kOfxStatOK;
        }
    }

    /// <summary>A plug-in's write of the first elements.</summary>
    internal OfxStatus SetMany(string name, PropertyKind kind, ReadOnlySpan<PropertyValue> values)
    {
        lock (_gate)
        {
            if (Refusal(name, kind, out Property? property) is { } refusal)
                return refusal;
            if (!property.AcceptsCount(values.Length))
                return HostWatch.Tell(BreachKind.BadIndex, name, OfxStatus.kOfxStatErrBadIndex);

            property.SetAll(values);
            return OfxStatus.kOfxStatOK;
        }
    }

    /// <summary>A plug-in's read of one element.</summary>
    internal OfxStatus Get(string name, PropertyKind kind, int index, out PropertyValue value)
    {
        value = default;
        lock (_gate)
        {
            if (!_properties.TryGetValue(name, out Property? property))
                return OfxStatus.kOfxStatErrUnknown;
            if (property.Kind != kind)
                return HostWatch.Tell(BreachKind.WrongType, name, OfxStatus.kOfxStatErrUnknown);
            if (index < 0 || index >= property.Values.Count)
                return OfxStatus.kOfxStatErrBadIndex;

            value = property.Values[index];
            return OfxStatus.kOfxStatOK;
        }
    }

    /// <summary>A plug-in's return to the default.</summary>
    internal OfxStatus Reset(string name)
    {
        lock (_gate)
        {
            if (!PlugInMayWrite)
                return HostWatch.Tell(BreachKind.ReadOnlyProperty, name, OfxStatus.kOfxStatErrValue);
            if (!_properties.TryGetValue(name, out Property? property))
                return HostWatch.Tell(BreachKind.UnknownProperty, name, OfxStatus.kOfxStatErrUnknown);

            property.Reset();
            return OfxStatus.kOfxStatOK;
        }
    }

    /// <summary>A plug-in's question for the number of elements.</summary>
    internal OfxStatus GetDimension(string name, out int count)
    {
        lock (_gate)
        {
            bool found = _properties.TryGetValue(name, out Property? property);
            count = property?.Values.Count ?? 0;
            return found ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrUnknown;
        }
    }

    /// <summary>The native copy of a text element, alive at least as long as <see cref="NativeStrings"/> promises.</summary>
    internal byte* Native(string text) => _strings.Get(text);

    /// <summary>Why a plug-in can't write a property; null, and the property, when it can.</summary>
    private OfxStatus? Refusal(string name, PropertyKind kind, [NotNull] out Property? property)
    {
        bool found = _properties.TryGetValue(name, out property);
        property ??= Missing;
        if (!PlugInMayWrite)
            return HostWatch.Tell(BreachKind.ReadOnlyProperty, name, OfxStatus.kOfxStatErrValue);
        if (!found)
            return HostWatch.Tell(BreachKind.UnknownProperty, name, OfxStatus.kOfxStatErrUnknown);
        return property.Kind == kind ? null : HostWatch.Tell(BreachKind.WrongType, name, OfxStatus.kOfxStatErrUnknown);
    }

    private PropertyValue First(string name) => All(name) is [PropertyValue first, ..] ? first : default;

    private IReadOnlyList<PropertyValue> All(string name) => TryGet(name, out _, out var values) ? values : [];

    private static PropertyValue[] Elements(ReadOnlySpan<int> values) => Elements(values, PropertyValue.Of);

    private static PropertyValue[] Elements(ReadOnlySpan<double> values) => Elements(values, PropertyValue.Of);

    private static PropertyValue[] Elements(ReadOnlySpan<string> values) => Elements(values, PropertyValue.Of);

    private static PropertyValue[] Elements<T>(ReadOnlySpan<T> values, Func<T, PropertyValue> element)
    {
        var elements = new PropertyValue[values.Length];
        for (int i = 0; i < values.Length; i++)
            elements[i] = element(values[i]);
        return elements;
    }
}
