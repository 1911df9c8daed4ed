using FaceFusion.Host.Handles;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>
/// A parameter of an instance, with keys. The <c>Set</c> methods are the user's hand: they check the value and tell the
/// plug-in (<c>InstanceChanged</c>, user edited). Safe to call from any thread.
/// </summary>
public sealed class HostedParam : IDisposable
{
    private const int RetainedBlocks = 64;

    private readonly Lock _gate = new();
    private readonly HostedInstance _owner;
    private readonly ParamCurve _curve;
    private readonly Queue<ParamValue> _handedOut = new();

    internal HostedParam(HostedInstance owner, ParamDefinition definition)
    {
        _owner = owner;
        Name = definition.Name;
        Type = definition.Type;
        Shape = definition.Shape;
        Properties = ParamProperties.Instance(definition.Properties);
        _curve = new ParamCurve(ParamRules.Default(Properties, Shape, owner.Project));
        Handle = new OfxParamHandle(HandleTable.Add(this));
    }

    /// <summary>Unique name in the effect.</summary>
    public string Name { get; }

    /// <summary>A <c>kOfxParamType…</c>.</summary>
    public string Type { get; }

    /// <summary>What the value consists of.</summary>
    public ParamShape Shape { get; }

    /// <summary>The parameter's properties, as the plug-in has set them.</summary>
    public PropertyBag Properties { get; }

    /// <summary>The value at the time line's time.</summary>
    public ParamValue Value => GetAt(_owner.TimeLine.Time);

    /// <summary>The keys, by time; empty when the parameter doesn't animate.</summary>
    public IReadOnlyList<ParamKey> Keys
    {
        get
        {
            lock (_gate)
                return [.. _curve.Keys];
        }
    }

    /// <summary>The handle that the plug-in knows the parameter by.</summary>
    internal OfxParamHandle Handle { get; }

    /// <summary>The instance that the parameter belongs to.</summary>
    internal HostedInstance Owner => _owner;

    private bool Animates => Properties.GetInteger(OfxParamProps.kOfxParamPropAnimates) != 0;

    /// <summary>The value at a time.</summary>
    /// <param name="time">The time, in frames.</param>
    public ParamValue GetAt(double time)
    {
        ParamValue value;
        (ParamKey From, ParamKey To)? between = null;
        lock (_gate)
        {
            value = _curve.At(time);
            if (_curve.IsAnimated && Type == OfxParamTypes.kOfxParamTypeCustom)
            {
                (int left, int right) = _curve.Around(time);
                between = left == right ? null : (_curve.Keys[left], _curve.Keys[right]);
            }
        }

        return between is { } keys ? CustomInterpolation.Blend(this, keys.From, keys.To, time) ?? value : value;
    }

    /// <summary>Sets the value; with keys, the key at the time line's time.</summary>
    /// <exception cref="HostException">The parameter can't take the value.</exception>
    public void Set(ParamValue value)
    {
        Require(value);
        Store(value);
        _owner.ParamChanged(this, OfxValues.kOfxChangeUserEdited);
    }

    /// <summary>Sets an integer, boolean, choice or one-dimensional double.</summary>
    /// <inheritdoc cref="Set(ParamValue)"/>
    public void Set(int value) => Set(Shape.Kind == ParamKind.Real ? ParamValue.OfReals(value) : ParamValue.OfIntegers(value));

    /// <summary>Sets a boolean.</summary>
    /// <inheritdoc cref="Set(ParamValue)"/>
    public void Set(bool value) => Set(ParamValue.OfIntegers(value ? 1 : 0));

    /// <summary>Sets a string, string choice or custom value.</summary>
    /// <inheritdoc cref="Set(ParamValue)"/>
    public void Set(string value) => Set(ParamValue.OfText(value));

    /// <summary>Sets a double, point or colour.</summary>
    /// <inheritdoc cref="Set(ParamValue)"/>
    public void Set(params ReadOnlySpan<double> components) => Set(ParamValue.OfReals(components));

    /// <summary>Sets the value that a text stands for: "0.5", "1,2", "true", an option's label, …</summary>
    /// <exception cref="HostException">The text is no value of the parameter.</exception>
    public void Parse(string text)
    {
        ParamValue value = ParamText.Parse(Properties, Type, Shape, text)
            ?? throw new HostException($"Parameter '{Name}' takes {ParamRules.Describe(Type, Shape)}, not '{text}'.");
        Set(value);
    }

    /// <summary>Sets a key.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="value">The value there.</param>
    /// <exception cref="HostException">The parameter can't take the value, or doesn't animate.</exception>
    public void SetAt(double time, ParamValue value)
    {
        Require(value);
        if (!StoreAt(time, value))
            throw new HostException($"Parameter '{Name}' doesn't animate; set one value for the whole shot.");
        _owner.ParamChanged(this, OfxValues.kOfxChangeUserEdited);
    }

    /// <summary>Presses a push button.</summary>
    /// <returns>What the plug-in answered.</returns>
    /// <exception cref="HostException">The parameter is no push button.</exception>
    public OfxStatus Press() => Type == OfxParamTypes.kOfxParamTypePushButton
        ? _owner.ParamChanged(this, OfxValues.kOfxChangeUserEdited)
        : throw new HostException($"Parameter '{Name}' is no push button; set a value instead.");

    /// <summary>Takes over the value and the keys of the same parameter of another instance, without telling the plug-in.</summary>
    internal void TakeOver(HostedParam other)
    {
        var copy = new ParamCurve(ParamValue.None);
        lock (other._gate)
            copy.CopyFrom(other._curve, 0, double.NegativeInfinity, double.PositiveInfinity);
        lock (_gate)
        {
            _curve.CopyFrom(copy, 0, double.NegativeInfinity, double.PositiveInfinity);
            MarkAnimating();
        }
    }

    /// <summary>Withdraws the handles.</summary>
    public void Dispose()
    {
        HandleTable.Remove(Handle.Value);
        Properties.Dispose();
    }

    /// <summary>A plug-in's write, at the time line's time.</summary>
    internal OfxStatus Write(ParamValue value) => Write(value, accepted =>
    {
        Store(accepted);
        return true;
    });

    /// <summary>A plug-in's write of a key.</summary>
    internal OfxStatus WriteAt(double time, ParamValue value) => Write(value, accepted => StoreAt(time, accepted));

    /// <summary>The address of a bytes value; the last few handed out stay alive with the parameter.</summary>
    internal OfxBytes NativeBytes(ParamValue value)
    {
        lock (_gate)
        {
            _handedOut.Enqueue(value);
            if (_handedOut.Count > RetainedBlocks)
                _handedOut.Dequeue();
        }

        return value.Native;
    }

    /// <summary>The slope at a time, of real components.</summary>
    internal double[] Derivative(double time)
    {
        lock (_gate)
            return _curve.Derivative(time, Shape.Components);
    }

    /// <summary>The integral over a range of time, of real components.</summary>
    internal double[] Integral(double from, double to)
    {
        lock (_gate)
            return _curve.Integral(from, to, Shape.Components);
    }

    /// <summary>Finds a key: at a time, after it (positive direction) or before it (negative direction); -1 if none.</summary>
    internal int FindKey(double time, int direction)
    {
        lock (_gate)
            return direction == 0 ? _curve.Find(time) : direction > 0 ? _curve.FindAfter(time) : _curve.FindBefore(time);
    }

    /// <summary>A plug-in's deletion of a key.</summary>
    internal OfxStatus DeleteKey(double time)
    {
        lock (_gate)
        {
            if (!_curve.DeleteKey(time))
                return OfxStatus.kOfxStatErrBadIndex;
            MarkAnimating();
        }

        _owner.ParamChanged(this, OfxValues.kOfxChangePluginEdited);
        return OfxStatus.kOfxStatOK;
    }

    /// <summary>A plug-in's deletion of all keys.</summary>
    internal void DeleteAllKeys()
    {
        lock (_gate)
        {
            if (!_curve.IsAnimated)
                return;
            _curve.DeleteAllKeys(_owner.TimeLine.Time);
            MarkAnimating();
        }

        _owner.ParamChanged(this, OfxValues.kOfxChangePluginEdited);
    }

    /// <summary>A plug-in's copy of another parameter of the same type.</summary>
    internal OfxStatus CopyFrom(HostedParam other, double offset, double first, double last)
    {
        if (other.Type != Type)
            return OfxStatus.kOfxStatErrValue;

        var copy = new ParamCurve(ParamValue.None);
        lock (other._gate)
            copy.CopyFrom(other._curve, offset, first, last);
        lock (_gate)
        {
            _curve.CopyFrom(copy, 0, double.NegativeInfinity, double.PositiveInfinity);
            MarkAnimating();
        }

        _owner.ParamChanged(this, OfxValues.kOfxChangePluginEdited);
        return OfxStatus.kOfxStatOK;
    }

    private OfxStatus Write(ParamValue value, Func<ParamValue, bool> store)
    {
        if (value.Kind != Shape.Kind || Shape.Kind == ParamKind.None)
            return OfxStatus.kOfxStatErrUnsupported;
        if (Type is OfxParamTypes.kOfxParamTypeChoice or OfxParamTypes.kOfxParamTypeStrChoice
            && ParamRules.Refusal(Properties, Type, Shape, value) is not null)
            return OfxStatus.kOfxStatErrValue;
        if (!store(ParamRules.Clamp(Properties, Type, Shape, value)))
            return OfxStatus.kOfxStatErrUnsupported;

        _owner.ParamChanged(this, OfxValues.kOfxChangePluginEdited);
        return OfxStatus.kOfxStatOK;
    }

    private void Store(ParamValue value)
    {
        lock (_gate)
        {
            if (_curve.IsAnimated)
                _curve.SetKey(_owner.TimeLine.Time, value);
            else
                _curve.SetConstant(value);
        }
    }

    private bool StoreAt(double time, ParamValue value)
    {
        if (!Animates)
            return false;

        lock (_gate)
        {
            _curve.SetKey(time, value);
            MarkAnimating();
        }

        return true;
    }

    private void MarkAnimating()
    {
        if (Shape.Kind != ParamKind.None)
            Properties.PutIntegers(OfxParamProps.kOfxParamPropIsAnimating, _curve.IsAnimated ? 1 : 0);
    }

    private void Require(ParamValue value)
    {
        if (Shape.Kind == ParamKind.None)
            throw new HostException($"Parameter '{Name}' has no value; set another one.");
        if (ParamRules.Refusal(Properties, Type, Shape, value) is { } reason)
            throw new HostException($"Parameter '{Name}' {reason}.");
    }
}
