using System.Collections.Concurrent;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Clips;
using FaceFusion.Ofx.Plugin.Hosting;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// An effect instance as the host holds it: its properties, clips, parameters, messages. Thread-safe. The handle is
/// valid until the instance is destroyed and reused by hosts afterwards: nothing may be cached by it outside this object.
/// </summary>
public sealed unsafe class Effect
{
    private readonly OfxParamSetHandle _paramSet;

    // A parameter's handle lasts as long as the instance (ofxParam.h, paramGetHandle): a render that reads a hundred asks for none of them again.
    private readonly ConcurrentDictionary<string, ParamAccess> _params = new(StringComparer.Ordinal);

    internal Effect(OfxHostContext host, OfxImageEffectHandle handle)
    {
        Host = host;
        Handle = handle;
        OfxPropertySetHandle properties = default;
        OfxParamSetHandle parameters = default;
        Check(host.ImageEffectSuite->getPropertySet(handle, &properties), "the effect's properties");
        Check(host.ImageEffectSuite->getParamSet(handle, &parameters), "the effect's parameters");
        Properties = host.PropertySet(properties);
        _paramSet = parameters;
        Messages = new HostMessages(host, handle);
    }

    /// <summary>The host.</summary>
    public OfxHostContext Host { get; }

    /// <summary>The host's handle of the instance.</summary>
    public OfxImageEffectHandle Handle { get; }

    /// <summary>All properties of the instance.</summary>
    public PropertySet Properties { get; }

    /// <summary>Messages to the artist.</summary>
    public HostMessages Messages { get; }

    /// <summary>One of <see cref="OfxContexts"/>.</summary>
    public string Context => Properties.GetString(OfxImageEffectProps.kOfxImageEffectPropContext, OfxContexts.kOfxImageEffectContextGeneral);

    /// <summary>The project's size in canonical coordinates; (0, 0) when the host does not tell.</summary>
    public OfxPointD ProjectSize => Point(OfxImageEffectProps.kOfxImageEffectPropProjectSize);

    /// <summary>The lower left corner of <see cref="ProjectSize"/> in canonical coordinates.</summary>
    public OfxPointD ProjectOffset => Point(OfxImageEffectProps.kOfxImageEffectPropProjectOffset);

    /// <summary>The upper right corner of everything the project shows; (0, 0) when the host does not tell.</summary>
    public OfxPointD ProjectExtent => Point(OfxImageEffectProps.kOfxImageEffectPropProjectExtent);

    /// <summary>Width of a pixel divided by its height; 1 when the host does not tell.</summary>
    public double ProjectPixelAspectRatio => Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropProjectPixelAspectRatio, 1.0);

    /// <summary>Frames per second; 0 when the host does not tell.</summary>
    public double FrameRate => Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRate, 0.0);

    /// <summary>The number of frames that the effect lasts; 0 when the host does not tell.</summary>
    public double Duration => Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectInstancePropEffectDuration, 0.0);

    /// <summary>Whether the instance has a user interface.</summary>
    public bool IsInteractive => Properties.GetBool(OfxProps.kOfxPropIsInteractive, false);

    /// <summary>
    /// Whether the host wants the current action to stop: the action then throws an
    /// <see cref="OperationCanceledException"/>, which answers "failed" without a message. Some hosts never do; some can
    /// tell on the action's own thread alone.
    /// </summary>
    public bool IsAborted
    {
        get
        {
            OfxImageEffectSuiteV1* suite = Host.ImageEffectSuite;
            return suite->abort != null && suite->abort(Handle) != 0;
        }
    }

    /// <summary>The time shown by the host, or <see langword="null"/> when it has no time line.</summary>
    public double? CurrentTime
    {
        get
        {
            OfxTimeLineSuiteV1* suite = Host.TimeLineSuite;
            double time = 0;
            return suite != null && suite->getTime != null && suite->getTime((void*)Handle.Value, &time) == OfxStatus.kOfxStatOK ? time : null;
        }
    }

    /// <summary>A clip that was described for this context.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="OfxException">The host has no such clip.</exception>
    public Clip Clip(string name) =>
        TryClip(name) ?? throw new OfxException(OfxStatus.kOfxStatErrBadHandle, $"The host has no clip '{name}'; reload the plug-in so that the host describes it anew.");

    /// <summary>A clip, or <see langword="null"/> when the host has none by the name. Not to be called while describing.</summary>
    /// <param name="name">Its name.</param>
    public Clip? TryClip(string name)
    {
        OfxImageClipHandle clip = default;
        OfxPropertySetHandle properties = default;
        OfxStatus status = Host.ImageEffectSuite->clipGetHandle(Handle, Utf8.Permanent(name), &clip, &properties);
        if (status != OfxStatus.kOfxStatOK || clip.IsNull)
            return null;

        OfxImageEffectSuiteV1* suite = Host.ImageEffectSuite;
        if (properties.IsNull && suite->clipGetPropertySet != null)
            suite->clipGetPropertySet(clip, &properties);

        return new Clip(Host, name, clip, properties);
    }

    /// <summary>A parameter of any kind, for its properties, or <see langword="null"/> when the host has none of that name.</summary>
    /// <param name="name">Its name.</param>
    public Param? TryParam(string name) => TryFind(name) is { } access ? new PlainParam(access) : null;

    /// <summary>A parameter of one real number.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="OfxException">The host has no such parameter.</exception>
    public DoubleParam DoubleParam(string name) => new(Find(name));

    /// <summary>A parameter of one integer.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public IntParam IntParam(string name) => new(Find(name));

    /// <summary>A check box.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public BoolParam BoolParam(string name) => new(Find(name));

    /// <summary>A menu.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public ChoiceParam ChoiceParam(string name) => new(Find(name));

    /// <summary>A text, file or custom parameter.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public StringParam StringParam(string name) => new(Find(name));

    /// <summary>A text, file or custom parameter, or <see langword="null"/> in a host without such parameters (the OpenFX demo host).</summary>
    /// <param name="name">Its name.</param>
    public StringParam? TryStringParam(string name) => TryFind(name) is { } access ? new StringParam(access) : null;

    /// <summary>A parameter of two real numbers.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public Double2DParam Double2DParam(string name) => new(Find(name));

    /// <summary>A parameter of two real numbers, or <see langword="null"/> in a host without such parameters.</summary>
    /// <param name="name">Its name.</param>
    public Double2DParam? TryDouble2DParam(string name) => TryFind(name) is { } access ? new Double2DParam(access) : null;

    /// <summary>A parameter of two integers.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public Int2DParam Int2DParam(string name) => new(Find(name));

    /// <summary>A colour with alpha.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public RgbaParam RgbaParam(string name) => new(Find(name));

    /// <summary>A button.</summary>
    /// <inheritdoc cref="DoubleParam"/>
    public PushButtonParam PushButtonParam(string name) => new(Find(name));

    /// <summary>Opens a progress bar in the host.</summary>
    /// <param name="label">What is going on.</param>
    public ProgressScope Progress(string label) => new(Host, Handle, label);

    /// <summary>Gathers the parameter writes until the scope is disposed of into one undo step.</summary>
    /// <param name="label">The step's name.</param>
    public ParamEditScope Edit(string label) => new(Host, _paramSet, label);

    private static void Check(OfxStatus status, string what)
    {
        if (status != OfxStatus.kOfxStatOK)
            throw new OfxException(status, $"The host did not hand out {what} ({status}); use a host that implements OpenFX 1.0 or later.");
    }

    private ParamAccess Find(string name) => TryFind(name)
        ?? throw new OfxException(OfxStatus.kOfxStatErrUnknown, $"The host has no parameter '{name}'; reload the plug-in so that the host describes it anew.");

    private ParamAccess? TryFind(string name)
    {
        if (_params.TryGetValue(name, out ParamAccess? known))
            return known;

        OfxParamHandle param = default;
        OfxPropertySetHandle properties = default;
        OfxStatus status = Host.ParameterSuite->paramGetHandle(_paramSet, Utf8.Permanent(name), &param, &properties);
        return status == OfxStatus.kOfxStatOK && !param.IsNull ? _params.GetOrAdd(name, new ParamAccess(Host, name, param, properties)) : null;
    }

    private OfxPointD Point(string name)
    {
        Span<double> xy = stackalloc double[2];
        Properties.TryGetDoubles(name, xy);
        return new OfxPointD { x = xy[0], y = xy[1] };
    }
}
