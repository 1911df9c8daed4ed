using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Node;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.NativeExport;

/// <summary>The managed functions behind <c>Native/exports.c</c>. None lets an exception out.</summary>
internal static unsafe class Exports
{
    private static readonly Lock Gate = new();

    // Made at the first call, not in a static constructor: an exception there would surface in whatever came first.
    private static volatile PluginEntry? _face;

    /// <summary>Hands out a plug-in to <c>OfxGetPlugin</c>; null for an index that there is none for.</summary>
    /// <param name="index">Which plug-in.</param>
    /// <param name="mainEntry">What hosts send actions to; passes them on to <see cref="MainEntry"/>.</param>
    /// <param name="overlayEntry">What hosts send the actions of overlays to; passes them on to <see cref="OverlayEntry"/>.</param>
    [UnmanagedCallersOnly(EntryPoint = "facefusion_get_plugin", CallConvs = [typeof(CallConvCdecl)])]
    internal static OfxPlugin* GetPlugin(
        int index,
        delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> mainEntry,
        delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> overlayEntry)
    {
        try
        {
            if (index != 0)
                return null;

            lock (Gate)
                _face ??= new PluginEntry(new FacePlugin(), &SetHost, mainEntry, overlayEntry);
            return _face.Native;
        }
        catch (Exception)
        {
            return null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetHost(OfxHost* host)
    {
        try
        {
            _face?.SetHost(host);
        }
        catch (Exception)
        {
            // setHost answers nothing: the actions that follow fail for want of a host.
        }
    }

    /// <summary>Every action, from <c>guarded_main_entry</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "facefusion_main_entry", CallConvs = [typeof(CallConvCdecl)])]
    internal static OfxStatus MainEntry(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments)
    {
        try
        {
            return _face?.Main(action, handle, inArguments, outArguments) ?? OfxStatus.kOfxStatErrFatal;
        }
        catch (Exception)
        {
            return OfxStatus.kOfxStatErrFatal;
        }
    }

    /// <summary>Every action of an overlay, from <c>guarded_overlay_entry</c>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "facefusion_overlay_entry", CallConvs = [typeof(CallConvCdecl)])]
    internal static OfxStatus OverlayEntry(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle _)
    {
        try
        {
            return _face?.OverlayMain(action, handle, inArguments) ?? OfxStatus.kOfxStatErrFatal;
        }
        catch (Exception)
        {
            return OfxStatus.kOfxStatErrFatal;
        }
    }
}
