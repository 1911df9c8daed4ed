using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Properties;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The image effect suite. Every out argument is written, with null where nothing is to be had.</summary>
internal static unsafe class ImageEffectSuite
{
    /// <summary>The suite's functions.</summary>
    public static OfxImageEffectSuiteV1 Create() => new()
    {
        getPropertySet = &GetProperties,
        getParamSet = &GetParamSet,
        clipDefine = &ClipDefine,
        clipGetHandle = &ClipGetHandle,
        clipGetPropertySet = &ClipGetProperties,
        clipGetImage = &ClipGetImage,
        clipReleaseImage = &ClipReleaseImage,
        clipGetRegionOfDefinition = &ClipGetRegionOfDefinition,
        abort = &Abort,
        imageMemoryAlloc = &MemoryAllocate,
        imageMemoryFree = &MemoryFree,
        imageMemoryLock = &MemoryLock,
        imageMemoryUnlock = &MemoryUnlock,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetProperties(OfxImageEffectHandle effect, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (properties is null)
            return OfxStatus.kOfxStatErrValue;

        bool known = HandleTable.TryGet(effect.Value, out IEffect? found);
        *properties = known ? found!.Properties.Handle : default;
        return known ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrBadHandle;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetParamSet(OfxImageEffectHandle effect, OfxParamSetHandle* set) => Guard.Run(() =>
    {
        if (set is null)
            return OfxStatus.kOfxStatErrValue;

        bool known = HandleTable.TryGet(effect.Value, out IEffect? found);
        *set = known ? found!.ParamSet.Handle : default;
        return known ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrBadHandle;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus ClipDefine(OfxImageEffectHandle effect, byte* name, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (properties is not null)
            *properties = default;
        if (!HandleTable.TryGet(effect.Value, out EffectDescriptor? descriptor))
            return OfxStatus.kOfxStatErrBadHandle;
        if (name is null || *name == 0)
            return OfxStatus.kOfxStatErrValue;

        OfxStatus status = descriptor.DefineClip(Guard.Text(name), out PropertyBag? bag);
        if (status != OfxStatus.kOfxStatOK)
            HostWatch.Tell(BreachKind.ClipDefinition, Guard.Text(name));
        if (bag is not null && properties is not null)
            *properties = bag.Handle;
        return status;
    });

    /// <summary>An unknown clip is a bad handle, as in the reference host and Natron.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus ClipGetHandle(
        OfxImageEffectHandle effect, byte* name, OfxImageClipHandle* clip, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (clip is not null)
            *clip = default;
        if (properties is not null)
            *properties = default;
        if (!HandleTable.TryGet(effect.Value, out HostedInstance? instance))
        {
            bool describing = HandleTable.TryGet(effect.Value, out EffectDescriptor? _);
            return HostWatch.Tell(
                describing ? BreachKind.ClipInDescribe : BreachKind.BadHandle, Guard.Text(name), OfxStatus.kOfxStatErrBadHandle);
        }

        if (!instance.Clips.TryGet(Guard.Text(name), out HostedClip? known))
            return instance.Plugin.Profile.Behaviour.UnknownClipIsOk ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrBadHandle;

        if (clip is not null)
            *clip = known.Handle;
        if (properties is not null)
            *properties = known.Properties.Handle;
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus ClipGetProperties(OfxImageClipHandle clip, OfxPropertySetHandle* properties) => Guard.Run(() =>
    {
        if (properties is null)
            return OfxStatus.kOfxStatErrValue;

        bool known = HandleTable.TryGet(clip.Value, out HostedClip? found);
        *properties = known ? found!.Properties.Handle : default;
        return known ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatErrBadHandle;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus ClipGetImage(OfxImageClipHandle clip, double time, OfxRectD* region, OfxPropertySetHandle* image) => Guard.Run(() =>
    {
        if (image is null)
            return OfxStatus.kOfxStatErrValue;

        *image = default;
        return HandleTable.TryGet(clip.Value, out HostedClip? found)
            ? found.Fetch(time, region is null ? null : *region, out *image)
            : HostWatch.Tell(BreachKind.BadHandle, "clipGetImage", OfxStatus.kOfxStatErrBadHandle);
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus ClipReleaseImage(OfxPropertySetHandle image) => Guard.Run(() =>
        FetchedImage.TakeBack(image.Value)
            ? OfxStatus.kOfxStatOK
            : HostWatch.Tell(BreachKind.ImageRelease, "clipReleaseImage", OfxStatus.kOfxStatErrBadHandle));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus ClipGetRegionOfDefinition(OfxImageClipHandle clip, double time, OfxRectD* region) => Guard.Run(() =>
    {
        if (region is null)
            return OfxStatus.kOfxStatErrValue;

        *region = default;
        if (!HandleTable.TryGet(clip.Value, out HostedClip? found))
            return OfxStatus.kOfxStatErrBadHandle;
        if (found.RegionOfDefinition(time) is not { } known)
            return OfxStatus.kOfxStatFailed;

        *region = known;
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Abort(OfxImageEffectHandle effect) =>
        HandleTable.TryGet(effect.Value, out HostedInstance? instance) && instance.ShouldAbort ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MemoryAllocate(OfxImageEffectHandle effect, nuint size, OfxImageMemoryHandle* memory) => Guard.Run(() =>
    {
        if (memory is null)
            return OfxStatus.kOfxStatErrValue;

        *memory = default;
        if (!effect.IsNull && !HandleTable.TryGet(effect.Value, out IEffect? _))
            return OfxStatus.kOfxStatErrBadHandle;

        *memory = new OfxImageMemoryHandle(HandleTable.Add(new ImageMemory(size)));
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MemoryFree(OfxImageMemoryHandle memory) => Guard.Run(() =>
    {
        if (!HandleTable.TryTake(memory.Value, out ImageMemory? found))
            return OfxStatus.kOfxStatErrBadHandle;

        found.Dispose();
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MemoryLock(OfxImageMemoryHandle memory, void** address) => Guard.Run(() =>
    {
        if (address is null)
            return OfxStatus.kOfxStatErrValue;

        *address = null;
        if (!HandleTable.TryGet(memory.Value, out ImageMemory? found))
            return OfxStatus.kOfxStatErrBadHandle;

        *address = found.Lock();
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MemoryUnlock(OfxImageMemoryHandle memory) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(memory.Value, out ImageMemory? found))
            return OfxStatus.kOfxStatErrBadHandle;

        return found.Unlock() ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatFailed;
    });
}
