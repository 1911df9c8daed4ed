using FaceFusion.Host.Handles;
using FaceFusion.Host.Properties;
using FaceFusion.Host.Suites;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Interacts;

/// <summary>
/// The overlay of an instance, drawn into a record. Get one from <see cref="HostedInstance.CreateOverlay"/>; use it from
/// one thread.
/// </summary>
public sealed unsafe class HostedInteract : IDisposable
{
    private readonly HostedInstance _instance;
    private readonly delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> _mainEntry;
    private readonly PropertyBag _descriptor;
    private int _redraws;
    private int _swaps;

    internal HostedInteract(HostedInstance instance, nint mainEntry)
    {
        _instance = instance;
        _mainEntry = (delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus>)mainEntry;
        _descriptor = new PropertyBag()
            .Integers(OfxInteractProps.kOfxInteractPropHasAlpha, 1)
            .Integers(OfxInteractProps.kOfxInteractPropBitDepth, 8);
        Properties = new PropertyBag()
            .CopyFrom(_descriptor)
            .Pointer(OfxProps.kOfxPropEffectInstance, instance.Handle.Value)
            .Pointer(OfxProps.kOfxPropInstanceData)
            .Reals(OfxInteractProps.kOfxInteractPropPixelScale, 1, 1)
            .Reals(OfxInteractProps.kOfxInteractPropBackgroundColour, 0, 0, 0)
            .Reals(OfxInteractProps.kOfxInteractPropSuggestedColour, 1, 1, 1)
            .Texts(OfxInteractProps.kOfxInteractPropSlaveToParam);
        Handle = new OfxInteractHandle(HandleTable.Add(this));
    }

    /// <summary>The overlay's properties.</summary>
    public PropertyBag Properties { get; }

    /// <summary>How often the plug-in asked for a redraw.</summary>
    public int Redraws => Volatile.Read(ref _redraws);

    /// <summary>How often the plug-in asked for a swap of buffers.</summary>
    public int Swaps => Volatile.Read(ref _swaps);

    /// <summary>The handle that the plug-in knows the overlay by.</summary>
    internal OfxInteractHandle Handle { get; }

    /// <summary>Draws the overlay.</summary>
    /// <param name="time">The time, in frames.</param>
    /// <param name="pixelScale">Canonical size of a screen pixel.</param>
    /// <returns>What was drawn, in order; empty when the plug-in draws nothing.</returns>
    public IReadOnlyList<DrawCommand> Draw(double time, OfxPointD pixelScale)
    {
        using var recorder = new DrawRecorder();
        using PropertyBag arguments = Arguments(time, pixelScale)
            .Pointer(OfxInteractProps.kOfxInteractPropDrawContext, recorder.Handle.Value);
        Call(OfxActions.kOfxInteractActionDraw, arguments.Handle);
        return recorder.Commands;
    }

    /// <summary>Sends a pen event.</summary>
    /// <param name="action"><c>kOfxInteractActionPenDown</c>, <c>…PenMotion</c> or <c>…PenUp</c>.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="pixelScale">Canonical size of a screen pixel.</param>
    /// <param name="position">The pen, in canonical coordinates.</param>
    /// <param name="pressure">0…1.</param>
    /// <returns>What the plug-in answered; OK means that it took the event.</returns>
    public OfxStatus Pen(string action, double time, OfxPointD pixelScale, OfxPointD position, double pressure = 1)
    {
        using PropertyBag arguments = Arguments(time, pixelScale)
            .Reals(OfxInteractProps.kOfxInteractPropPenPosition, position.x, position.y)
            .Integers(OfxInteractProps.kOfxInteractPropPenViewportPosition, (int)(position.x / pixelScale.x), (int)(position.y / pixelScale.y))
            .Reals(OfxInteractProps.kOfxInteractPropPenPressure, pressure);
        return Call(action, arguments.Handle);
    }

    /// <summary>Destroys the overlay.</summary>
    public void Dispose()
    {
        Call(OfxActions.kOfxActionDestroyInstanceInteract, default);
        HandleTable.Remove(Handle.Value);
        Properties.Dispose();
        _descriptor.Dispose();
    }

    /// <summary>Describes and creates the overlay.</summary>
    internal OfxStatus Create()
    {
        Call(OfxActions.kOfxActionDescribeInteract, default);
        return Call(OfxActions.kOfxActionCreateInstanceInteract, default);
    }

    /// <summary>Notes a request to redraw.</summary>
    internal void CountRedraw() => Interlocked.Increment(ref _redraws);

    /// <summary>Notes a request to swap buffers.</summary>
    internal void CountSwap() => Interlocked.Increment(ref _swaps);

    private PropertyBag Arguments(double time, OfxPointD pixelScale) => new PropertyBag(plugInMayWrite: false)
        .Pointer(OfxProps.kOfxPropEffectInstance, _instance.Handle.Value)
        .Reals(OfxProps.kOfxPropTime, time)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropRenderScale, 1, 1)
        .Reals(OfxInteractProps.kOfxInteractPropPixelScale, pixelScale.x, pixelScale.y)
        .Reals(OfxInteractProps.kOfxInteractPropBackgroundColour, 0, 0, 0);

    private OfxStatus Call(string action, OfxPropertySetHandle arguments) =>
        _mainEntry(ActionNames.Native(action), (void*)Handle.Value, arguments, default);
}
