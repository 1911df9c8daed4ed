using System.Collections.Concurrent;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Describing;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// Turns a host's actions into calls of the plug-in and its instances. Instances are found by handle; hosts reuse
/// handles, and not all of them destroy their last instance, so a new instance replaces what its handle meant before.
/// </summary>
/// <param name="plugin">The plug-in.</param>
/// <param name="overlayEntry">The main entry of its overlays; 0 when it has none.</param>
internal sealed class ActionDispatcher(ImageEffectPlugin plugin, nint overlayEntry)
{
    private readonly ConcurrentDictionary<nint, ImageEffectInstance> _instances = new();

    internal OfxStatus Dispatch(OfxHostContext host, string action, OfxImageEffectHandle handle, PropertySet inArguments, PropertySet outArguments)
    {
        switch (action)
        {
            // Some hosts reject a plug-in that answers these with "default".
            case OfxActions.kOfxActionLoad:
                host.RequireSuites();
                plugin.Load(host);
                return OfxStatus.kOfxStatOK;
            case OfxActions.kOfxActionUnload:
                plugin.Unload();
                return OfxStatus.kOfxStatOK;
            case OfxActions.kOfxActionDescribe:
                return Describe(host, () => plugin.Describe(new EffectDescriptor(host, handle, overlayEntry)));
            case OfxActions.kOfxImageEffectActionDescribeInContext:
                string context = inArguments.RequireString(OfxImageEffectProps.kOfxImageEffectPropContext);
                return Describe(host, () => plugin.DescribeInContext(new EffectDescriptor(host, handle, overlayEntry), context));
            case OfxActions.kOfxActionCreateInstance:
                return Create(host, handle);
            case OfxActions.kOfxActionDestroyInstance:
                if (_instances.TryRemove(handle.Value, out ImageEffectInstance? gone))
                    gone.Dispose();

                return OfxStatus.kOfxStatOK;
            case OfxActions.kOfxImageEffectActionRender:
                return Render(Find(handle), inArguments);
            case OfxActions.kOfxActionInstanceChanged:
                return Tell(handle, instance => InstanceChanged(instance, inArguments));
            case OfxActions.kOfxActionBeginInstanceChanged:
                return Tell(handle, instance => instance.BeginInstanceChanged(ChangeArguments.ReadReason(inArguments)));
            case OfxActions.kOfxActionEndInstanceChanged:
                return Tell(handle, instance => instance.EndInstanceChanged(ChangeArguments.ReadReason(inArguments)));
            case OfxActions.kOfxImageEffectActionBeginSequenceRender:
                return Tell(handle, instance => instance.BeginSequenceRender(new SequenceArguments(inArguments)));
            case OfxActions.kOfxImageEffectActionEndSequenceRender:
                return Tell(handle, instance => instance.EndSequenceRender(new SequenceArguments(inArguments)));
            case OfxActions.kOfxActionSyncPrivateData:
                return Tell(handle, instance => instance.SyncPrivateData());
            case OfxActions.kOfxActionPurgeCaches:
                return Tell(handle, instance => instance.PurgeCaches());
            case OfxActions.kOfxImageEffectActionIsIdentity:
                return Ask(handle, instance => IsIdentity(instance, inArguments, outArguments));
            case OfxActions.kOfxImageEffectActionGetRegionOfDefinition:
                return Ask(handle, instance => RegionOfDefinition(instance, inArguments, outArguments));
            case OfxActions.kOfxImageEffectActionGetRegionsOfInterest:
                return Ask(handle, instance => RegionsOfInterest(instance, inArguments, outArguments));
            case OfxActions.kOfxImageEffectActionGetFramesNeeded:
                return Ask(handle, instance => FramesNeeded(instance, inArguments, outArguments));
            case OfxActions.kOfxImageEffectActionGetTimeDomain:
                return Ask(handle, instance => TimeDomain(instance, outArguments));
            case OfxActions.kOfxImageEffectActionGetClipPreferences:
                return Ask(handle, instance => ClipPreferences(instance, outArguments));
            default:
                return OfxStatus.kOfxStatReplyDefault;
        }
    }

    private static OfxStatus Describe(OfxHostContext host, Action describe)
    {
        host.RequireSuites();
        try
        {
            describe();
            return OfxStatus.kOfxStatOK;
        }
        catch (Exception failure)
        {
            // A descriptor's handle is no instance: hosts that take it for one crash.
            FailureReport.Show(new HostMessages(host, default), failure);
            throw;
        }
    }

    private OfxStatus Create(OfxHostContext host, OfxImageEffectHandle handle)
    {
        host.RequireSuites();
        Effect effect = new(host, handle);
        ImageEffectInstance? instance = null;
        try
        {
            instance = plugin.CreateInstance(effect, effect.Context);

            // Known before Created: a parameter written there comes back as InstanceChanged.
            _instances.TryRemove(handle.Value, out ImageEffectInstance? forgotten);
            _instances[handle.Value] = instance;
            forgotten?.Dispose();
            instance.Created();
            return OfxStatus.kOfxStatOK;
        }
        catch (Exception failure)
        {
            _instances.TryRemove(handle.Value, out _);
            instance?.Dispose();
            FailureReport.Show(effect.Messages, failure);
            throw;
        }
    }

    private static OfxStatus Render(ImageEffectInstance instance, PropertySet inArguments)
    {
        try
        {
            instance.Render(new RenderArguments(inArguments));
            instance.Effect.Messages.ClearPersistent(OfxMessageTypes.kOfxMessageError);
            return OfxStatus.kOfxStatOK;
        }
        catch (Exception failure)
        {
            FailureReport.Keep(instance.Effect.Messages, failure);
            throw;
        }
    }

    private static void InstanceChanged(ImageEffectInstance instance, PropertySet inArguments)
    {
        // Why the last render failed may be gone with the change; some hosts (Nuke) don't render while a message stands.
        instance.Effect.Messages.ClearPersistent();
        instance.InstanceChanged(new ChangeArguments(inArguments));
    }

    private OfxStatus Tell(OfxImageEffectHandle handle, Action<ImageEffectInstance> call)
    {
        ImageEffectInstance instance = Find(handle);
        try
        {
            call(instance);
            return OfxStatus.kOfxStatOK;
        }
        catch (Exception failure)
        {
            FailureReport.Show(instance.Effect.Messages, failure);
            throw;
        }
    }

    /// <summary>
    /// A question whose answer can't be found gets the host's default: hosts cope badly with failing questions, and the
    /// render that follows meets the same failure and reports it.
    /// </summary>
    private OfxStatus Ask(OfxImageEffectHandle handle, Func<ImageEffectInstance, bool> answer)
    {
        ImageEffectInstance instance = Find(handle);
        try
        {
            return answer(instance) ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatReplyDefault;
        }
        catch (Exception)
        {
            return OfxStatus.kOfxStatReplyDefault;
        }
    }

    private static bool IsIdentity(ImageEffectInstance instance, PropertySet inArguments, PropertySet outArguments)
    {
        if (instance.IsIdentity(new IdentityArguments(inArguments)) is not { } reply)
            return false;

        outArguments.SetString(OfxProps.kOfxPropName, reply.ClipName);
        outArguments.SetDouble(OfxProps.kOfxPropTime, reply.Time);
        return true;
    }

    private static bool RegionOfDefinition(ImageEffectInstance instance, PropertySet inArguments, PropertySet outArguments)
    {
        if (instance.GetRegionOfDefinition(new RegionArguments(inArguments)) is not { } region)
            return false;

        ReadOnlySpan<double> sides = [region.x1, region.y1, region.x2, region.y2];
        for (int i = 0; i < sides.Length; i++)
            outArguments.SetDouble(OfxImageEffectProps.kOfxImageEffectPropRegionOfDefinition, sides[i], i);

        return true;
    }

    private static bool RegionsOfInterest(ImageEffectInstance instance, PropertySet inArguments, PropertySet outArguments)
    {
        RegionsOfInterestReply reply = new(outArguments);
        instance.GetRegionsOfInterest(new RegionArguments(inArguments), reply);
        return reply.IsSet;
    }

    private static bool FramesNeeded(ImageEffectInstance instance, PropertySet inArguments, PropertySet outArguments)
    {
        FramesNeededReply reply = new(outArguments);
        instance.GetFramesNeeded(inArguments.RequireDouble(OfxProps.kOfxPropTime), reply);
        return reply.IsSet;
    }

    private static bool TimeDomain(ImageEffectInstance instance, PropertySet outArguments)
    {
        if (instance.GetTimeDomain() is not { } range)
            return false;

        outArguments.SetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRange, range.min);
        outArguments.SetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRange, range.max, 1);
        return true;
    }

    private static bool ClipPreferences(ImageEffectInstance instance, PropertySet outArguments)
    {
        ClipPreferencesReply reply = new(outArguments);
        instance.GetClipPreferences(reply);
        return reply.IsSet;
    }

    internal ImageEffectInstance? TryFind(OfxImageEffectHandle handle) => _instances.GetValueOrDefault(handle.Value);

    private ImageEffectInstance Find(OfxImageEffectHandle handle) =>
        TryFind(handle)
            ?? throw new OfxException(OfxStatus.kOfxStatErrBadHandle, "The host spoke of an instance that it did not create; reload the node.");
}
