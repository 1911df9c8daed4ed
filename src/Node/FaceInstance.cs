using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Execution;
using FaceFusion.Node.Commands;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Node.Overlays;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;
using FaceFusion.Ofx.Plugin.Interacts;

namespace FaceFusion.Node;

/// <summary>
/// One node. It holds nothing but its clips and parameters, and what its overlay draws: what is heavy belongs to the
/// process.
/// </summary>
internal sealed class FaceInstance : ImageEffectInstance
{
    private readonly HostQuirks _quirks;
    private readonly KnownFaces _known = new();
    private readonly FaceSearch _search;
    private readonly FaceOverlay? _overlay;

    /// <summary>A node.</summary>
    /// <param name="effect">The host's side of the instance.</param>
    public FaceInstance(Effect effect)
        : base(effect)
    {
        _quirks = HostQuirks.For(effect.Host);
        _search = new FaceSearch(effect, _quirks, _known);
        _overlay = effect.Host.CanDrawOverlays && !effect.Host.IsBackground ? new FaceOverlay(effect, _search, _known) : null;
    }

    /// <inheritdoc/>
    public override Overlay? Overlay => _overlay;

    private bool SupportsMultiplePixelAspects =>
        Effect.Host.Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipPARs, false);

    /// <inheritdoc/>
    public override void Render(in RenderArguments arguments)
    {
        using FrameRender frame = new(Effect, _quirks, arguments, _overlay is null ? null : _known);
        try
        {
            // Hosts render on threads with stacks as small as 64 KB.
            Executor.RunOnLargeStack(frame.Run, frame.ListenForAbort);
        }
        catch (DeviceException failure)
        {
            throw DeviceRender.Told(failure);
        }

        frame.TellWarnings();
    }

    /// <inheritdoc/>
    public override void Created()
    {
        try
        {
            Availability.Update(Effect);
        }
        catch (OfxException)
        {
            // A host that doesn't tell values yet shows everything ungreyed until something changes: no reason to refuse the node.
        }
    }

    /// <inheritdoc/>
    public override void InstanceChanged(in ChangeArguments arguments)
    {
        if (arguments.IsClip)
            ClipChanged(arguments);
        else if (arguments is { IsParam: true, Reason: not ChangeReason.Time })
            ParamChanged(arguments);
    }

    /// <inheritdoc/>
    public override IdentityReply? IsIdentity(in IdentityArguments arguments)
    {
        if (RenderSettings.ReadOutput(Effect, arguments.Time) != OutputMode.Composite || RenderSettings.ReadFrameDataFile(Effect).Length > 0)
            return null;

        bool showsPlate = RenderSettings.ReadMix(Effect, arguments.Time) == 0 || IsLeftOut(arguments.Time) || IsHeldOut(arguments);
        return showsPlate ? new IdentityReply(NodeNames.SourceClip, arguments.Time) : null;
    }

    /// <inheritdoc/>
    public override OfxRectD? GetRegionOfDefinition(in RegionArguments arguments) =>
        Effect.Clip(NodeNames.SourceClip).GetRegionOfDefinition(arguments.Time);

    /// <inheritdoc/>
    public override void GetRegionsOfInterest(in RegionArguments arguments, RegionsOfInterestReply reply)
    {
        // A face is found in the whole picture, whatever part of it is asked for.
        foreach (string name in (ReadOnlySpan<string>)[NodeNames.SourceClip, NodeNames.IdentityClip, NodeNames.MatteClip])
        {
            if (Effect.TryClip(name) is { IsConnected: true } clip && clip.GetRegionOfDefinition(arguments.Time) is { } extent)
                reply.Set(name, extent);
        }
    }

    /// <inheritdoc/>
    public override void GetFramesNeeded(double time, FramesNeededReply reply)
    {
        // Only Analyse looks at other frames, and it asks for them itself.
        foreach (string name in (ReadOnlySpan<string>)[NodeNames.SourceClip, NodeNames.IdentityClip, NodeNames.MatteClip])
        {
            if (Effect.TryClip(name) is { IsConnected: true })
                reply.Add(name, new OfxRangeD { min = time, max = time });
        }
    }

    /// <inheritdoc/>
    public override OfxRangeD? GetTimeDomain() => Effect.TryClip(NodeNames.SourceClip) is { IsConnected: true } source ? source.FrameRange : null;

    /// <inheritdoc/>
    public override void GetClipPreferences(ClipPreferencesReply reply)
    {
        // Pixels are as the plate's, also where another input differs: hosts propose what any of the inputs is.
        Clip source = Effect.Clip(NodeNames.SourceClip);
        if (source is { IsConnected: true, PixelAspectRatio: > 0 and var ratio } && SupportsMultiplePixelAspects)
            reply.SetPixelAspectRatio(NodeNames.OutputClip, ratio);

        OutputMode output = RenderSettings.ReadOutput(Effect, time: 0);
        if (!output.ShowsPlate())
            reply.SetComponents(NodeNames.OutputClip, OfxComponents.kOfxImageComponentRGBA);
        if (output.IsMap())
            reply.SetDepth(NodeNames.OutputClip, OfxBitDepths.kOfxBitDepthFloat);

        // A matte or a map is a value in every channel: dividing by alpha would lose it.
        string preMultiplication = output.IsMatte() || output.IsMap() ? OfxValues.kOfxImageUnPreMultiplied
            : output.ShowsPlate() ? (source.IsConnected ? source.PreMultiplication : "")
            : OfxValues.kOfxImagePreMultiplied;
        if (preMultiplication.Length > 0)
            reply.SetOutputPreMultiplication(preMultiplication);
    }

    /// <inheritdoc/>
    public override void PurgeCaches() => NodeEngine.Purge();

    private void ClipChanged(in ChangeArguments arguments)
    {
        if (arguments is { Name: NodeNames.IdentityClip, Reason: ChangeReason.UserEdited })
            IdentityWarnings.ForgetClip();
        else if (arguments.Name == NodeNames.SourceClip)
            _known.Clear();
    }

    private void ParamChanged(in ChangeArguments arguments)
    {
        string name = arguments.Name;
        Menus.Follow(Effect, name);
        if (name is NodeNames.FaceOrder or NodeNames.FaceNumber or NodeNames.FacePoint or NodeNames.LeftOut or NodeNames.PersonDistance
            || ((string[][])[NodeNames.PersonFiles, NodeNames.PersonFaces, NodeNames.PersonPoints, NodeNames.PersonFrames]).Any(names => names.Contains(name)))
            _known.Clear();
        if (Availability.DependsOn(name))
            Availability.Update(Effect);
        if (arguments.Reason != ChangeReason.UserEdited)
            return;

        if (name == NodeNames.FeatherUnit)
            SwapParameters.ExchangeFeatherDefault(Effect);
        if (Array.IndexOf(NodeNames.PersonFiles, name) is >= 0 and var person)
            PersonTrack.Forget(Effect, person);
        NodeCommands.Run(name, Effect, _search, arguments.Time, arguments.RenderScale);
    }

    // A list that can't be read is for the render to tell.
    private bool IsLeftOut(double time)
    {
        try
        {
            return RenderSettings.ReadLeftOut(Effect, time).Contains(time);
        }
        catch (NodeException)
        {
            return false;
        }
    }

    // Told by extents alone, and only by those that say something: images may not be fetched in this action. A face that
    // nobody has looked for and a matte that is black are rendered, to the plate's own bits.
    private bool IsHeldOut(in IdentityArguments arguments)
    {
        if (arguments.RenderWindow is not { } window || !Effect.BoolParam(NodeNames.UseMatte).GetAt(arguments.Time)
            || Effect.BoolParam(NodeNames.InvertMatte).GetAt(arguments.Time)
            || Effect.TryClip(NodeNames.MatteClip) is not { IsConnected: true } matte
            || matte.GetRegionOfDefinition(arguments.Time) is not { } extent
            || !(extent.x1 < extent.x2 && extent.y1 < extent.y2))
        {
            return false;
        }

        double aspect = Effect.Clip(NodeNames.SourceClip).PixelAspectRatio is > 0 and var ratio ? ratio : 1;
        OfxRectD asked = new CanonicalMap(window, aspect, arguments.RenderScale).OfBounds;
        return !(extent.x1 < asked.x2 && extent.x2 > asked.x1 && extent.y1 < asked.y2 && extent.y2 > asked.y1);
    }
}
