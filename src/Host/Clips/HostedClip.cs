using FaceFusion.Host.Effects;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>A clip of an instance. Bind inputs before rendering; the output takes its images from the renders.</summary>
public sealed class HostedClip : IDisposable
{
    private readonly HostedInstance _owner;
    private volatile IClipSource? _source;

    internal HostedClip(HostedInstance owner, ClipDefinition definition)
    {
        _owner = owner;
        Name = definition.Name;
        Properties = ClipProperties.Instance(definition.Properties).Forget(Behaviour.UnknownProperties);
        if (Behaviour.PixelOrder is { } order)
            Properties.Text(OfxVegas.kOfxImagePropPixelOrder, order.OfxName());
        Handle = new OfxImageClipHandle(HandleTable.Add(this));
        Apply(null);
    }

    /// <summary>Unique name in the effect.</summary>
    public string Name { get; }

    /// <summary>The clip's properties.</summary>
    public PropertyBag Properties { get; }

    /// <summary>Whether this is the output.</summary>
    public bool IsOutput => Name == OfxValues.kOfxImageEffectOutputClipName;

    /// <summary>Whether the effect works without the clip.</summary>
    public bool IsOptional => Properties.GetInteger(OfxClipProps.kOfxImageClipPropOptional) != 0;

    /// <summary>Whether the clip is a matte.</summary>
    public bool IsMask => Properties.GetInteger(OfxClipProps.kOfxImageClipPropIsMask) != 0;

    /// <summary>Components that the effect takes here.</summary>
    public IReadOnlyList<PixelComponents> SupportedComponents =>
        [.. Properties.GetTexts(OfxImageEffectProps.kOfxImageEffectPropSupportedComponents).Select(PixelFormat.ParseComponents)];

    /// <summary>Where the images come from; null while the clip isn't connected.</summary>
    public IClipSource? Source => _source;

    /// <summary>Whether the plug-in sees the clip as connected: an input with a source, or the output.</summary>
    public bool IsConnected => IsOutput || _source is not null;

    /// <summary>Storage that the plug-in sees.</summary>
    public BitDepth Depth => PixelFormat.ParseDepth(Properties.GetText(OfxImageEffectProps.kOfxImageEffectPropPixelDepth));

    /// <summary>Components that the plug-in sees.</summary>
    public PixelComponents Components => PixelFormat.ParseComponents(Properties.GetText(OfxImageEffectProps.kOfxImageEffectPropComponents));

    /// <summary>The handle that the plug-in knows the clip by.</summary>
    internal OfxImageClipHandle Handle { get; }

    private HostBehaviour Behaviour => _owner.Plugin.Profile.Behaviour;

    /// <summary>Connects a source, or disconnects the clip (null), and tells the plug-in.</summary>
    /// <exception cref="HostException">The clip is the output.</exception>
    public void Bind(IClipSource? newSource)
    {
        if (IsOutput)
            throw new HostException($"Clip '{Name}' is the output; give its image to the render.");

        _source = newSource;
        Apply(null);
        _owner.ClipChanged(this);
    }

    /// <summary>The region that has pixels at a time, in canonical coordinates; null while not connected.</summary>
    public OfxRectD? RegionOfDefinition(double time) =>
        IsOutput ? _owner.DefaultRegionOfDefinition(time) : _source?.RegionOfDefinition(time);

    /// <summary>Withdraws the handles.</summary>
    public void Dispose()
    {
        HandleTable.Remove(Handle.Value);
        Properties.Dispose();
    }

    /// <summary>Hands an image to the plug-in.</summary>
    internal OfxStatus Fetch(double time, OfxRectD? region, out OfxPropertySetHandle image)
    {
        image = default;
        ActionFrame? frame = _owner.FrameAt(time);
        if (IsOutput)
        {
            if (frame?.Output is not { } output)
                return OfxStatus.kOfxStatFailed;

            image = FetchedImage.HandOut(output, null, frame.RenderScale, frame, Behaviour);
            return OfxStatus.kOfxStatOK;
        }

        if (_source is not { } bound)
            return Behaviour.EveryClipLooksConnected ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatFailed;
        if (Behaviour.ClipTimeIsIgnored && frame is not null)
            time = frame.Time;

        OfxPointD scale = frame?.RenderScale ?? new OfxPointD { x = 1, y = 1 };
        HostImage? delivered = Ask(bound, new ClipImageRequest(time, scale, region, Depth, Components));
        if (delivered is null)
            return OfxStatus.kOfxStatFailed;
        if (delivered.Depth != Depth || delivered.Components != Components)
        {
            bound.Release(delivered);
            _owner.Complain(
                $"The source of clip '{Name}' delivers {delivered.Depth} {delivered.Components} where the plug-in takes {Depth} {Components}; convert it.");
            return OfxStatus.kOfxStatErrFormat;
        }

        image = FetchedImage.HandOut(delivered, bound, scale, frame, Behaviour);
        return OfxStatus.kOfxStatOK;
    }

    /// <summary>Takes over what the effect prefers; without preferences the source's own format.</summary>
    internal void Apply(ClipPreference? preference)
    {
        ClipFormat format = _source?.Format ?? _owner.UnconnectedFormat(IsOutput);
        bool connected = IsConnected || Behaviour.EveryClipLooksConnected;
        Properties.PutIntegers(OfxClipProps.kOfxImageClipPropConnected, connected ? 1 : 0);
        Properties.PutTexts(OfxImageEffectProps.kOfxImageEffectPropPixelDepth, (preference?.Depth ?? format.Depth).OfxName());
        Properties.PutTexts(OfxImageEffectProps.kOfxImageEffectPropComponents, (preference?.Components ?? format.Components).OfxName());
        Properties.PutTexts(
            OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, (preference?.Premultiplication ?? format.Premultiplication).OfxName());
        Properties.PutReals(OfxImageProps.kOfxImagePropPixelAspectRatio, preference?.PixelAspectRatio ?? format.PixelAspectRatio);
        Properties.PutReals(OfxImageEffectProps.kOfxImageEffectPropFrameRate, preference?.FrameRate ?? format.FrameRate);
        Properties.PutTexts(OfxClipProps.kOfxImageClipPropUnmappedPixelDepth, format.Depth.OfxName());
        Properties.PutTexts(OfxClipProps.kOfxImageClipPropUnmappedComponents, format.Components.OfxName());
        Properties.PutReals(OfxImageEffectProps.kOfxImageEffectPropUnmappedFrameRate, format.FrameRate);
        Properties.PutReals(OfxImageEffectProps.kOfxImageEffectPropFrameRange, format.FirstFrame, format.LastFrame);
        Properties.PutReals(OfxImageEffectProps.kOfxImageEffectPropUnmappedFrameRange, format.FirstFrame, format.LastFrame);
        Properties.PutTexts(OfxClipProps.kOfxImageClipPropFieldOrder, format.FieldOrder);
        if (!Properties.Contains(OfxClipProps.kOfxImageClipPropColourspace))
            return;

        Properties.PutTexts(OfxClipProps.kOfxImageClipPropColourspace, format.Colourspace);
        Properties.PutTexts(OfxClipProps.kOfxImageClipPropPreferredColourspaces, [.. preference?.PreferredColourspaces ?? []]);
    }

    /// <summary>A source's failure is no plug-in's: it is told beside the plug-in's messages, and there is no image.</summary>
    private HostImage? Ask(IClipSource bound, in ClipImageRequest request)
    {
        try
        {
            return bound.GetImage(request);
        }
        catch (Exception failure)
        {
            _owner.Complain($"The source of clip '{Name}' failed: {failure.Message}");
            return null;
        }
    }
}
