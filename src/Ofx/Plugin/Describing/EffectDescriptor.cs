using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>
/// What a plug-in tells a host about itself. A property that the host does not know is passed over; contexts, bit
/// depths, clips and parameters it must take.
/// </summary>
public sealed unsafe class EffectDescriptor
{
    private readonly OfxImageEffectHandle _handle;
    private readonly HashSet<string> _paramNames = new(StringComparer.Ordinal);
    private readonly nint _overlayEntry;
    private OfxParamSetHandle _paramSet;

    internal EffectDescriptor(OfxHostContext host, OfxImageEffectHandle handle, nint overlayEntry)
    {
        Host = host;
        _overlayEntry = overlayEntry;
        _handle = handle;
        OfxPropertySetHandle properties = default;
        OfxStatus status = host.ImageEffectSuite->getPropertySet(handle, &properties);
        if (status != OfxStatus.kOfxStatOK)
            throw new OfxException(status, $"The host did not hand out the descriptor's properties ({status}); use a host that implements OpenFX 1.0 or later.");

        Properties = host.PropertySet(properties);
    }

    /// <summary>The host, for what depends on its abilities.</summary>
    public OfxHostContext Host { get; }

    /// <summary>All properties of the descriptor.</summary>
    public PropertySet Properties { get; }

    /// <summary>Sets the names by which hosts list the effect.</summary>
    /// <param name="label">The name; letters, digits and spaces only, since some hosts complain about others.</param>
    /// <param name="shortLabel">A name of up to about 13 letters; the label when absent.</param>
    /// <param name="longLabel">A name of any length; the label when absent.</param>
    public EffectDescriptor Label(string label, string? shortLabel = null, string? longLabel = null)
    {
        Properties.TrySetString(OfxProps.kOfxPropLabel, label);
        Properties.TrySetString(OfxProps.kOfxPropShortLabel, shortLabel ?? label);
        Properties.TrySetString(OfxProps.kOfxPropLongLabel, longLabel ?? label);
        return this;
    }

    /// <summary>Sets the menu in which hosts list the effect.</summary>
    /// <param name="grouping">Menus, from the outside in, with slashes between.</param>
    public EffectDescriptor Grouping(string grouping) => Set(OfxImageEffectProps.kOfxImageEffectPluginPropGrouping, grouping);

    /// <summary>Sets the help text.</summary>
    /// <param name="description">Plain text.</param>
    public EffectDescriptor Description(string description) => Set(OfxProps.kOfxPropPluginDescription, description);

    /// <summary>Sets the version as people read it.</summary>
    /// <param name="label">The version.</param>
    public EffectDescriptor VersionLabel(string label) => Set(OfxProps.kOfxPropVersionLabel, label);

    /// <summary>Names the icons of the bundle's Resources folder.</summary>
    /// <param name="svg">A scalable icon's file name.</param>
    /// <param name="png">A raster icon's file name.</param>
    public EffectDescriptor Icons(string svg, string png)
    {
        Properties.TrySetString(OfxProps.kOfxPropIcon, svg);
        Properties.TrySetString(OfxProps.kOfxPropIcon, png, 1);
        return this;
    }

    /// <summary>Sets the contexts the effect works in.</summary>
    /// <param name="contexts">From <see cref="OfxContexts"/>; at least one.</param>
    /// <exception cref="OfxException">The host takes none of them.</exception>
    public EffectDescriptor Contexts(params ReadOnlySpan<string> contexts)
    {
        SetList(Properties, OfxImageEffectProps.kOfxImageEffectPropSupportedContexts, contexts, "context");
        return this;
    }

    /// <summary>Sets the bit depths the effect works in.</summary>
    /// <param name="depths">From <see cref="OfxBitDepths"/>; at least one.</param>
    /// <exception cref="OfxException">The host takes none of them.</exception>
    public EffectDescriptor PixelDepths(params ReadOnlySpan<string> depths)
    {
        SetList(Properties, OfxImageEffectProps.kOfxImageEffectPropSupportedPixelDepths, depths, "bit depth");
        return this;
    }

    /// <summary>Sets how concurrently the host may render.</summary>
    /// <param name="safety">The promise.</param>
    public EffectDescriptor ThreadSafety(RenderThreadSafety safety) => Set(OfxValues.kOfxImageEffectPluginRenderThreadSafety, safety switch
    {
        RenderThreadSafety.FullySafe => OfxValues.kOfxImageEffectRenderFullySafe,
        RenderThreadSafety.InstanceSafe => OfxValues.kOfxImageEffectRenderInstanceSafe,
        _ => OfxValues.kOfxImageEffectRenderUnsafe,
    });

    /// <summary>Sets whether the host may cut a frame into strips for several threads.</summary>
    /// <param name="allowed">Whether it may.</param>
    public EffectDescriptor HostFrameThreading(bool allowed) => Set(OfxImageEffectProps.kOfxImageEffectPluginPropHostFrameThreading, allowed);

    /// <summary>Sets whether the host may ask for parts of a frame.</summary>
    /// <param name="supported">Whether it may.</param>
    public EffectDescriptor SupportsTiles(bool supported) => Set(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles, supported);

    /// <summary>Sets whether inputs and output may differ in size and position.</summary>
    /// <param name="supported">Whether they may.</param>
    public EffectDescriptor SupportsMultiResolution(bool supported) => Set(OfxImageEffectProps.kOfxImageEffectPropSupportsMultiResolution, supported);

    /// <summary>Sets whether inputs and output may differ in bit depth.</summary>
    /// <param name="supported">Whether they may.</param>
    public EffectDescriptor SupportsMultipleClipDepths(bool supported) => Set(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipDepths, supported);

    /// <summary>Sets whether inputs and output may differ in pixel aspect ratio.</summary>
    /// <param name="supported">Whether they may.</param>
    public EffectDescriptor SupportsMultipleClipPixelAspectRatios(bool supported) => Set(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipPARs, supported);

    /// <summary>Sets whether images are fetched at times other than the rendered one.</summary>
    /// <param name="needed">Whether they are.</param>
    public EffectDescriptor TemporalClipAccess(bool needed) => Set(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess, needed);

    /// <summary>Sets whether only one instance may exist.</summary>
    /// <param name="single">Whether that is so.</param>
    public EffectDescriptor SingleInstance(bool single) => Set(OfxImageEffectProps.kOfxImageEffectPluginPropSingleInstance, single);

    /// <summary>Sets whether a fielded frame is rendered once per field even when it is interlaced.</summary>
    /// <param name="twice">Whether it is.</param>
    public EffectDescriptor FieldRenderTwiceAlways(bool twice) => Set(OfxImageEffectProps.kOfxImageEffectPluginPropFieldRenderTwiceAlways, twice);

    /// <summary>Names the parameters whose change makes the host ask for clip preferences again.</summary>
    /// <param name="names">The parameters.</param>
    public EffectDescriptor ClipPreferencesFollow(params ReadOnlySpan<string> names)
    {
        for (int i = 0; i < names.Length; i++)
            Properties.TrySetString(OfxImageEffectProps.kOfxImageEffectPropClipPreferencesSlaveParam, names[i], i);

        return this;
    }

    /// <summary>
    /// The plug-in's instances draw overlays. A host that has no draw suite is not told: it would ask for drawing by
    /// OpenGL, which is not the plug-in's.
    /// </summary>
    public EffectDescriptor Overlays()
    {
        if (_overlayEntry != 0 && Host.CanDrawOverlays)
            Properties.TrySetPointer(OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV2, (void*)_overlayEntry);

        return this;
    }

    /// <summary>Defines a clip.</summary>
    /// <param name="name">Its name; "Output" is mandatory, "Source" the filter's input.</param>
    /// <exception cref="OfxException">The host refuses.</exception>
    public ClipDescriptor DefineClip(string name)
    {
        OfxPropertySetHandle properties = default;
        OfxStatus status = Host.ImageEffectSuite->clipDefine(_handle, Utf8.Permanent(name), &properties);
        if (status != OfxStatus.kOfxStatOK)
            throw new OfxException(status, $"The host refused the clip '{name}' ({status}); use a host that implements OpenFX 1.0 or later.");

        return new ClipDescriptor(Host.PropertySet(properties));
    }

    /// <summary>Defines a real number with the ranges 0 to 1.</summary>
    /// <param name="name">Its name; unique, never changes, and none of "in", "out", "resource", which one host keeps for itself.</param>
    /// <exception cref="OfxException">The host refuses.</exception>
    public DoubleParamDescriptor DefineDouble(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeDouble));

    /// <summary>Defines an integer with the ranges 0 to 100.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public IntParamDescriptor DefineInt(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeInteger));

    /// <summary>Defines a check box.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public BoolParamDescriptor DefineBool(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeBoolean));

    /// <summary>Defines a menu.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public ChoiceParamDescriptor DefineChoice(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeChoice));

    /// <summary>Defines a text.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public StringParamDescriptor DefineString(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeString));

    /// <summary>Defines a value that the host only stores.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public CustomParamDescriptor DefineCustom(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeCustom));

    /// <summary>Defines a button.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public PushButtonParamDescriptor DefinePushButton(string name) => new(Define(name, OfxParamTypes.kOfxParamTypePushButton));

    /// <summary>Defines a group, to be the parent of other parameters.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public GroupParamDescriptor DefineGroup(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeGroup));

    /// <summary>Defines a page, which tells the order of parameters.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public PageParamDescriptor DefinePage(string name) => new(Define(name, OfxParamTypes.kOfxParamTypePage));

    /// <summary>Defines a colour with alpha.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public RgbaParamDescriptor DefineRgba(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeRGBA));

    /// <summary>Defines two real numbers with the ranges 0 to 1.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public Double2DParamDescriptor DefineDouble2D(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeDouble2D));

    /// <summary>Defines two integers with the ranges 0 to 100. Some hosts crash on them; prefer two integers.</summary>
    /// <inheritdoc cref="DefineDouble"/>
    public Int2DParamDescriptor DefineInt2D(string name) => new(Define(name, OfxParamTypes.kOfxParamTypeInteger2D));

    /// <summary>Writes a list, leaving out what the host does not know; at least one entry must be taken.</summary>
    internal static void SetList(PropertySet properties, string property, ReadOnlySpan<string> values, string what)
    {
        int taken = 0;
        foreach (string value in values)
        {
            if (properties.TrySetString(property, value, taken) == OfxStatus.kOfxStatOK)
                taken++;
        }

        if (taken == 0)
            throw new OfxException(OfxStatus.kOfxStatErrMissingHostFeature, $"The host takes no {what} of this effect; use a host that implements OpenFX 1.0 or later.");
    }

    private PropertySet Define(string name, string type)
    {
        // A duplicate name makes some hosts stop reading parameters without a word.
        if (!_paramNames.Add(name))
            throw new ArgumentException($"The parameter '{name}' is defined twice; give each parameter a name of its own.", nameof(name));

        OfxStatus status;
        if (_paramSet.IsNull)
        {
            OfxParamSetHandle set = default;
            status = Host.ImageEffectSuite->getParamSet(_handle, &set);
            if (status != OfxStatus.kOfxStatOK)
                throw new OfxException(status, $"The host did not hand out the descriptor's parameters ({status}); use a host that implements OpenFX 1.0 or later.");

            _paramSet = set;
        }

        OfxPropertySetHandle properties = default;
        status = Host.ParameterSuite->paramDefine(_paramSet, Utf8.Permanent(type), Utf8.Permanent(name), &properties);
        if (status != OfxStatus.kOfxStatOK)
            throw new OfxException(status, $"The host refused the parameter '{name}' of type '{type}' ({status}); use a host that implements OpenFX 1.2 or later.");

        return Host.PropertySet(properties);
    }

    private EffectDescriptor Set(string property, string value)
    {
        Properties.TrySetString(property, value);
        return this;
    }

    private EffectDescriptor Set(string property, bool value)
    {
        Properties.TrySetInt(property, value ? 1 : 0);
        return this;
    }
}
