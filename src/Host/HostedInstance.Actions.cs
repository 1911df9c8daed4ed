using FaceFusion.Host.Clips;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <content>The actions a host sends to an instance.</content>
public sealed partial class HostedInstance
{
    private const string RoIPrefix = "OfxImageClipPropRoI_";
    private const string FrameRangePrefix = "OfxImageClipPropFrameRange_";

    private static readonly OfxPointD FullScale = new() { x = 1, y = 1 };

    /// <summary>The region that the output has pixels in at a time, in canonical coordinates.</summary>
    public OfxRectD GetRegionOfDefinition(double time, OfxPointD? renderScale = null)
    {
        OfxPointD scale = renderScale ?? FullScale;
        OfxRectD region = DefaultRegionOfDefinition(time);
        using PropertyBag arguments = At(time, scale);
        using PropertyBag answer = new PropertyBag()
            .Reals(OfxImageEffectProps.kOfxImageEffectPropRegionOfDefinition, region.x1, region.y1, region.x2, region.y2);

        OfxStatus status = Act(OfxActions.kOfxImageEffectActionGetRegionOfDefinition, arguments, answer, time, scale);
        return status == OfxStatus.kOfxStatOK ? Rectangle(answer, OfxImageEffectProps.kOfxImageEffectPropRegionOfDefinition) : region;
    }

    /// <summary>The region that is needed of each input to render a region, in canonical coordinates.</summary>
    public IReadOnlyDictionary<string, OfxRectD> GetRegionsOfInterest(double time, OfxRectD region, OfxPointD? renderScale = null)
    {
        OfxPointD scale = renderScale ?? FullScale;
        using PropertyBag arguments = At(time, scale)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropRegionOfInterest, region.x1, region.y1, region.x2, region.y2);
        using var answer = new PropertyBag();
        foreach (HostedClip clip in Clips.Inputs)
            answer.Reals(RoIPrefix + clip.Name, region.x1, region.y1, region.x2, region.y2);

        Act(OfxActions.kOfxImageEffectActionGetRegionsOfInterest, arguments, answer, time, scale);
        return Clips.Inputs.ToDictionary(clip => clip.Name, clip => Rectangle(answer, RoIPrefix + clip.Name));
    }

    /// <summary>The frames that are needed of each input to render a time.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FrameSpan>> GetFramesNeeded(double time)
    {
        using PropertyBag arguments = new PropertyBag(plugInMayWrite: false).Reals(OfxProps.kOfxPropTime, time);
        using var answer = new PropertyBag();
        PropertyValue now = PropertyValue.Of(time);
        foreach (HostedClip clip in Clips.Inputs)
            answer.Define(FrameRangePrefix + clip.Name, PropertyKind.Real, 0, [now, now]);

        if (Properties.GetInteger(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess) != 0)
            Act(OfxActions.kOfxImageEffectActionGetFramesNeeded, arguments, answer, time);
        return Clips.Inputs.ToDictionary(clip => clip.Name, clip => (IReadOnlyList<FrameSpan>)Spans(answer.GetReals(FrameRangePrefix + clip.Name)));
    }

    /// <summary>The span of time in which the effect gives frames.</summary>
    public FrameSpan GetTimeDomain()
    {
        FrameSpan domain = DefaultTimeDomain();
        using PropertyBag answer = new PropertyBag()
            .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameRange, domain.First, domain.Last);

        OfxStatus status = Act(OfxActions.kOfxImageEffectActionGetTimeDomain, null, answer);
        IReadOnlyList<double> range = answer.GetReals(OfxImageEffectProps.kOfxImageEffectPropFrameRange);
        return status == OfxStatus.kOfxStatOK ? new FrameSpan(range[0], range[1]) : domain;
    }

    /// <summary>Whether a window of a frame can be copied from an input; null when it must be rendered.</summary>
    public IdentityReply? IsIdentity(double time, OfxRectI window, OfxPointD? renderScale = null)
    {
        OfxPointD scale = renderScale ?? FullScale;
        using PropertyBag arguments = At(time, scale)
            .Text(OfxImageEffectProps.kOfxImageEffectPropFieldToRender, OfxValues.kOfxImageFieldNone)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropRenderWindow, window.x1, window.y1, window.x2, window.y2);
        using PropertyBag answer = new PropertyBag().Text(OfxProps.kOfxPropName).Reals(OfxProps.kOfxPropTime, time);

        OfxStatus status = Act(OfxActions.kOfxImageEffectActionIsIdentity, arguments, answer, time, scale);
        string clip = answer.GetText(OfxProps.kOfxPropName);
        return status == OfxStatus.kOfxStatOK && clip.Length > 0 ? new IdentityReply(clip, answer.GetReal(OfxProps.kOfxPropTime)) : null;
    }

    /// <summary>Asks the plug-in to put what it holds privately into its parameters, as before a save.</summary>
    public OfxStatus SyncPrivateData() => Act(OfxActions.kOfxActionSyncPrivateData);

    /// <summary>Asks the plug-in to free its caches.</summary>
    public OfxStatus PurgeCaches() => Act(OfxActions.kOfxActionPurgeCaches);

    /// <summary>Tells the plug-in that its controls are being shown.</summary>
    public OfxStatus BeginEdit() => Act(OfxActions.kOfxActionBeginInstanceEdit);

    /// <summary>Tells the plug-in that its controls are hidden again.</summary>
    public OfxStatus EndEdit() => Act(OfxActions.kOfxActionEndInstanceEdit);

    /// <summary>Moves the time line and tells the plug-in.</summary>
    public OfxStatus GoTo(double time)
    {
        TimeLine.Time = time;
        return Changed(OfxValues.kOfxTypeImageEffectInstance, string.Empty, OfxValues.kOfxChangeTime);
    }

    /// <summary>Tells of a parameter's new value.</summary>
    internal OfxStatus ParamChanged(HostedParam param, string reason)
    {
        if (Properties.GetTexts(OfxImageEffectProps.kOfxImageEffectPropClipPreferencesSlaveParam).Contains(param.Name))
            _preferences = null;
        return Changed(OfxValues.kOfxTypeParameter, param.Name, reason);
    }

    /// <summary>Tells of a clip's new source.</summary>
    internal void ClipChanged(HostedClip clip)
    {
        _preferences = null;
        Changed(OfxValues.kOfxTypeClip, clip.Name, OfxValues.kOfxChangeUserEdited);
    }

    /// <summary>The output's region where the plug-in names none: that of its mandatory inputs, else the project's.</summary>
    internal OfxRectD DefaultRegionOfDefinition(double time)
    {
        OfxRectD? union = null;
        foreach (HostedClip clip in Clips.Inputs.Where(clip => !clip.IsOptional && !clip.IsMask))
        {
            if (clip.RegionOfDefinition(time) is { } region)
                union = union is { } known ? Union(known, region) : region;
        }

        return union ?? new OfxRectD
        {
            x1 = Project.OffsetX,
            y1 = Project.OffsetY,
            x2 = Project.OffsetX + Project.Width,
            y2 = Project.OffsetY + Project.Height,
        };
    }

    /// <summary>What a clip without a source looks like: the project's frames, and for an input no pixels.</summary>
    internal ClipFormat UnconnectedFormat(bool output) => new()
    {
        Depth = output ? BitDepth.Float : BitDepth.None,
        Components = output ? PixelComponents.Rgba : PixelComponents.None,
        Premultiplication = output ? Premultiplication.Premultiplied : Premultiplication.Opaque,
        PixelAspectRatio = Project.PixelAspectRatio,
        FrameRate = Project.FrameRate,
        FirstFrame = Project.FirstFrame,
        LastFrame = Project.LastFrame,
    };

    private ClipPreferences AgreeOnClips()
    {
        var negotiation = new ClipNegotiation(this);
        using PropertyBag? arguments = _plugin.Profile.ClipPreferencesWithoutInArgs ? null : new PropertyBag(plugInMayWrite: false);
        using PropertyBag answer = negotiation.Offer();
        OfxStatus status = Act(OfxActions.kOfxImageEffectActionGetClipPreferences, arguments, answer);
        ClipPreferences agreed = negotiation.Conclude(answer, status == OfxStatus.kOfxStatOK);
        foreach (HostedClip clip in Clips)
            clip.Apply(agreed.Clips[clip.Name]);

        _preferences = agreed;
        return agreed;
    }

    private OfxStatus Changed(string type, string name, string reason)
    {
        if (!_isAlive || !_plugin.Profile.Behaviour.SendsInstanceChanged || _changeDepth >= MaxChangeDepth)
            return OfxStatus.kOfxStatReplyDefault;

        _changeDepth++;
        try
        {
            double time = TimeLine.Time;
            using PropertyBag bracket = new PropertyBag(plugInMayWrite: false).Text(OfxProps.kOfxPropChangeReason, reason);
            using PropertyBag arguments = At(time, FullScale)
                .Text(OfxProps.kOfxPropType, type)
                .Text(OfxProps.kOfxPropName, name)
                .Text(OfxProps.kOfxPropChangeReason, reason);
            Act(OfxActions.kOfxActionBeginInstanceChanged, bracket, null, time);
            OfxStatus status = Act(OfxActions.kOfxActionInstanceChanged, arguments, null, time);
            Act(OfxActions.kOfxActionEndInstanceChanged, bracket, null, time);
            Interlocked.Increment(ref _changesSent);
            return status;
        }
        finally
        {
            _changeDepth--;
        }
    }

    private OfxStatus Act(
        string action, PropertyBag? arguments = null, PropertyBag? answer = null, double? time = null, OfxPointD? scale = null) =>
        Act(
            new ActionFrame { Instance = this, Action = action, Time = time ?? TimeLine.Time, RenderScale = scale ?? FullScale },
            arguments,
            answer);

    private OfxStatus Act(ActionFrame frame, PropertyBag? arguments, PropertyBag? answer)
    {
        _frames[frame] = 0;
        try
        {
            return frame.Run(() => _plugin.Call(frame.Action, Handle.Value, arguments?.Handle ?? default, answer?.Handle ?? default));
        }
        finally
        {
            _frames.TryRemove(frame, out _);
            frame.TakeImagesBack();
        }
    }

    private FrameSpan DefaultTimeDomain()
    {
        ClipFormat[] formats = [.. Clips.Inputs.Select(clip => clip.Source?.Format).OfType<ClipFormat>()];
        return formats.Length == 0
            ? new FrameSpan(Project.FirstFrame, Project.LastFrame)
            : new FrameSpan(formats.Min(format => format.FirstFrame), formats.Max(format => format.LastFrame));
    }

    private static PropertyBag At(double time, OfxPointD scale) => new PropertyBag(plugInMayWrite: false)
        .Reals(OfxProps.kOfxPropTime, time)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropRenderScale, scale.x, scale.y);

    private static OfxRectD Rectangle(PropertyBag bag, string name)
    {
        IReadOnlyList<double> edges = bag.GetReals(name);
        return new OfxRectD { x1 = edges[0], y1 = edges[1], x2 = edges[2], y2 = edges[3] };
    }

    private static List<FrameSpan> Spans(IReadOnlyList<double> ends)
    {
        var spans = new List<FrameSpan>();
        for (int i = 0; i + 1 < ends.Count; i += 2)
            spans.Add(new FrameSpan(ends[i], ends[i + 1]));
        return spans;
    }

    private static OfxRectD Union(OfxRectD a, OfxRectD b) => new()
    {
        x1 = Math.Min(a.x1, b.x1),
        y1 = Math.Min(a.y1, b.y1),
        x2 = Math.Max(a.x2, b.x2),
        y2 = Math.Max(a.y2, b.y2),
    };
}
