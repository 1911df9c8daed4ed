using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin.Interacts;

/// <summary>
/// Turns a host's overlay actions into calls of the instance that the overlay belongs to. It holds nothing: which
/// instance is meant is asked of the host every time, so that overlays may come and go in any order.
/// </summary>
/// <param name="instances">The living instances.</param>
internal sealed unsafe class OverlayDispatcher(ActionDispatcher instances)
{
    internal OfxStatus Dispatch(OfxHostContext host, string action, OfxInteractHandle handle, PropertySet inArguments)
    {
        switch (action)
        {
            case OfxActions.kOfxActionDescribeInteract:
            case OfxActions.kOfxActionCreateInstanceInteract:
            case OfxActions.kOfxActionDestroyInstanceInteract:
                return OfxStatus.kOfxStatOK;
            case OfxActions.kOfxInteractActionDraw:
                return Draw(host, handle, inArguments);
            case OfxActions.kOfxInteractActionPenDown:
                return Take(Find(host, handle, inArguments)?.PenDown(new OverlayArguments(inArguments)));
            case OfxActions.kOfxInteractActionPenUp:
                return Take(Find(host, handle, inArguments)?.PenUp(new OverlayArguments(inArguments)));
            default:
                return OfxStatus.kOfxStatReplyDefault;
        }
    }

    private OfxStatus Draw(OfxHostContext host, OfxInteractHandle handle, PropertySet inArguments)
    {
        OfxDrawSuiteV1* suite = host.DrawSuite;
        nint context = (nint)inArguments.GetPointer(OfxInteractProps.kOfxInteractPropDrawContext);
        if (!OverlayPen.CanDraw(suite) || context == 0 || Find(host, handle, inArguments) is not { } overlay)
            return OfxStatus.kOfxStatReplyDefault;

        overlay.Draw(new OverlayArguments(inArguments), new OverlayPen(suite, new OfxDrawContextHandle(context)));
        return OfxStatus.kOfxStatOK;
    }

    private static OfxStatus Take(bool? taken) => taken == true ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatReplyDefault;

    // Hosts tell the instance with the action, on the overlay, or both.
    private Overlay? Find(OfxHostContext host, OfxInteractHandle handle, PropertySet inArguments)
    {
        nint effect = (nint)inArguments.GetPointer(OfxProps.kOfxPropEffectInstance);
        OfxInteractSuiteV1* suite = host.InteractSuite;
        if (effect == 0 && suite != null && suite->interactGetPropertySet != null)
        {
            OfxPropertySetHandle properties = default;
            if (suite->interactGetPropertySet(handle, &properties) == OfxStatus.kOfxStatOK)
                effect = (nint)host.PropertySet(properties).GetPointer(OfxProps.kOfxPropEffectInstance);
        }

        return instances.TryFind(new OfxImageEffectHandle(effect))?.Overlay;
    }
}
