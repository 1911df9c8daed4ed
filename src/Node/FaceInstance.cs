using FaceFusion.Kernels.Execution;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;

namespace FaceFusion.Node;

/// <summary>One node. It holds nothing but its clips and parameters: what is heavy belongs to the process.</summary>
/// <param name="effect">The host's side of the instance.</param>
internal sealed class FaceInstance(Effect effect) : ImageEffectInstance(effect)
{
    private readonly HostQuirks _quirks = HostQuirks.For(effect.Host);

    private bool SupportsMultiplePixelAspects =>
        Effect.Host.Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipPARs, false);

    /// <inheritdoc/>
    public override void Render(in RenderArguments arguments)
    {
        using FrameRender frame = new(Effect, _quirks, arguments);

        // Hosts render on threads with stacks as small as 64 KB.
        Executor.RunOnLargeStack(frame.Run, frame.ListenForAbort);
        frame.TellWarnings();
    }

    /// <inheritdoc/>
    public override void InstanceChanged(in ChangeArguments arguments)
    {
        if (arguments is { IsClip: true, Name: NodeNames.IdentityClip, Reason: ChangeReason.UserEdited })
            IdentityWarnings.ForgetClip();
        else if (arguments is { IsParam: true, Name: NodeNames.FeatherUnit, Reason: ChangeReason.UserEdited })
            SwapParameters.ExchangeFeatherDefault(Effect);
    }

    /// <inheritdoc/>
    public override IdentityReply? IsIdentity(in IdentityArguments arguments)
    {
        bool showsPlate = RenderSettings.ReadMix(Effect, arguments.Time) == 0
            && RenderSettings.ReadOutput(Effect, arguments.Time) == OutputMode.Composite
            && RenderSettings.ReadFrameDataFile(Effect).Length == 0;
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
}
