using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <content>Rendering.</content>
public sealed partial class HostedInstance
{
    /// <summary>Whether the plug-in takes images on a graphics card.</summary>
    /// <param name="api">In whose terms.</param>
    public bool Takes(DeviceApi api) => Properties.GetText(
        api == DeviceApi.Cuda ? OfxGpuProps.kOfxImageEffectPropCudaRenderSupported : OfxGpuProps.kOfxImageEffectPropOpenCLRenderSupported) is "true" or "needed";

    /// <summary>Announces a run of frames; every <see cref="Render"/> outside one is a run of its own.</summary>
    public OfxStatus BeginSequenceRender(RenderSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        Interlocked.Increment(ref _openSequences);
        return Bracket(OfxActions.kOfxImageEffectActionBeginSequenceRender, sequence);
    }

    /// <summary>Ends a run of frames.</summary>
    /// <exception cref="InvalidOperationException">None was begun.</exception>
    public OfxStatus EndSequenceRender(RenderSequence sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (Interlocked.Decrement(ref _openSequences) >= 0)
            return Bracket(OfxActions.kOfxImageEffectActionEndSequenceRender, sequence);

        Interlocked.Increment(ref _openSequences);
        throw new InvalidOperationException("No run of frames was begun that could be ended.");
    }

    /// <summary>Renders a frame, or a part of one.</summary>
    /// <exception cref="HostException">
    /// The instance is destroyed, a mandatory clip isn't connected, or the output image has another format than the
    /// effect gives or doesn't hold the window. What the plug-in fails at is in the outcome.
    /// </exception>
    public RenderOutcome Render(RenderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Demand(request);
        if (Volatile.Read(ref _openSequences) > 0)
            return RenderSafely(request);

        var sequence = new RenderSequence(request.Time, request.Time) { RenderScale = request.RenderScale, Interactive = request.Interactive, Device = request.Device };
        OfxStatus begun = Bracket(OfxActions.kOfxImageEffectActionBeginSequenceRender, sequence);
        if (begun is not (OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault))
            return new RenderOutcome(begun, Messages.Last is { } said ? [said] : [], 0, WroteOutOfBounds: false);

        RenderOutcome outcome = RenderSafely(request);
        Bracket(OfxActions.kOfxImageEffectActionEndSequenceRender, sequence);
        return outcome;
    }

    private void Demand(RenderRequest request)
    {
        if (!_isAlive)
            throw new HostException($"The instance of '{_plugin.Identifier}' is destroyed; create another one.");

        ClipPreference wanted = ClipPreferences.Clips[Clips.Output.Name];
        if (request.Output.Depth != wanted.Depth || request.Output.Components != wanted.Components)
        {
            throw new HostException(
                $"The output image is {request.Output.Depth} {request.Output.Components} where the effect gives {wanted.Depth} {wanted.Components}; allocate it so.");
        }

        OfxRectI window = request.Window, bounds = request.Output.Bounds;
        if (window.x1 < bounds.x1 || window.y1 < bounds.y1 || window.x2 > bounds.x2 || window.y2 > bounds.y2)
            throw new HostException("The render window reaches beyond the output image's bounds; allocate the image at least as large.");

        HostedClip? missing = Clips.Inputs.FirstOrDefault(clip => !clip.IsOptional && !clip.IsConnected);
        if (missing is not null)
            throw new HostException($"Clip '{missing.Name}' isn't connected; give it a source.");
    }

    private RenderOutcome RenderSafely(RenderRequest request)
    {
        if (!_plugin.Profile.HonoursThreadSafety)
            return RenderNow(request);

        switch (Properties.GetText(OfxValues.kOfxImageEffectPluginRenderThreadSafety))
        {
            case OfxValues.kOfxImageEffectRenderFullySafe:
                return RenderNow(request);
            case OfxValues.kOfxImageEffectRenderInstanceSafe:
                lock (_renderGate)
                    return RenderNow(request);
            default:
                lock (_plugin.RenderGate)
                    return RenderNow(request);
        }
    }

    /// <summary>As the extension asks of hosts: what fails on a card is rendered on the processor.</summary>
    private RenderOutcome RenderNow(RenderRequest request)
    {
        if (request.Device is not { } device || !Takes(device.Api))
            return RenderNow(request, null);

        RenderOutcome outcome = new(OfxStatus.kOfxStatFailed, [], 0, WroteOutOfBounds: false);
        device.Run(() =>
        {
            using DeviceImages images = new(device);
            outcome = RenderNow(request, images);
            if (outcome.Status == OfxStatus.kOfxStatOK)
            {
                images.Fetch(request.Output);
                outcome = outcome with { WroteOutOfBounds = !request.Output.GuardsIntact, IsOnDevice = true };
            }
        });
        if (outcome.Status is not (OfxStatus.kOfxStatGPUOutOfMemory or OfxStatus.kOfxStatGPURenderFailed))
            return outcome;

        RenderOutcome again = RenderNow(request, null);
        return again with { Messages = [.. outcome.Messages, .. again.Messages], DeviceFailure = outcome.Status };
    }

    private RenderOutcome RenderNow(RenderRequest request, DeviceImages? images)
    {
        var frame = new ActionFrame
        {
            Device = images,
            Instance = this,
            Action = OfxActions.kOfxImageEffectActionRender,
            Time = request.Time,
            RenderScale = request.RenderScale,
            Output = request.Output,
            Cancellation = request.Cancellation,
        };
        OfxRectI window = request.Window;
        using PropertyBag arguments = At(request.Time, request.RenderScale)
            .Text(OfxImageEffectProps.kOfxImageEffectPropFieldToRender, request.Field)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropRenderWindow, window.x1, window.y1, window.x2, window.y2)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropSequentialRenderStatus, request.Sequential ? 1 : 0)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropInteractiveRenderStatus, request.Interactive ? 1 : 0)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropRenderQualityDraft, request.Draft ? 1 : 0);
        TellGpu(arguments, images is null ? null : request.Device);

        OfxStatus status = Act(frame, arguments, null);
        return new RenderOutcome(status, [.. frame.Messages], frame.UnreleasedImages, !request.Output.GuardsIntact);
    }

    private OfxStatus Bracket(string action, RenderSequence sequence)
    {
        using PropertyBag arguments = new PropertyBag(plugInMayWrite: false)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameRange, sequence.First, sequence.Last)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameStep, sequence.Step)
            .Integers(OfxProps.kOfxPropIsInteractive, sequence.Interactive ? 1 : 0)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropRenderScale, sequence.RenderScale.x, sequence.RenderScale.y)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropSequentialRenderStatus, sequence.Sequential ? 1 : 0)
            .Integers(OfxImageEffectProps.kOfxImageEffectPropInteractiveRenderStatus, sequence.Interactive ? 1 : 0);
        TellGpu(arguments, sequence.Device is { } device && Takes(device.Api) ? device : null);
        return Act(action, arguments, null, sequence.First, sequence.RenderScale);
    }

    private static void TellGpu(PropertyBag arguments, IImageDevice? device)
    {
        arguments
            .Integers(OfxGpuProps.kOfxImageEffectPropOpenGLEnabled, 0)
            .Integers(OfxGpuProps.kOfxImageEffectPropCudaEnabled, device?.Api == DeviceApi.Cuda ? 1 : 0)
            .Integers(OfxGpuProps.kOfxImageEffectPropOpenCLEnabled, device?.Api == DeviceApi.OpenCl ? 1 : 0)
            .Integers(OfxGpuProps.kOfxImageEffectPropMetalEnabled, 0);
        if (device is not null)
            arguments.Pointer(device.Api == DeviceApi.Cuda ? OfxGpuProps.kOfxImageEffectPropCudaStream : OfxGpuProps.kOfxImageEffectPropOpenCLCommandQueue, device.Order);
    }
}
