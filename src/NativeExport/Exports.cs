using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Node;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.NativeExport;

/// <summary>The managed functions behind <c>Native/exports.c</c>. None lets an exception out.</summary>
internal static unsafe class Exports
{
    // Made at the first call, not in a static constructor: an exception there would surface in whatever came first.
    private static readonly Lazy<PluginEntry> Face = new(() => new PluginEntry(new FacePlugin(), &SetHost, &MainEntry));

    /// <summary>Hands out a plug-in to <c>OfxGetPlugin</c>; null for an index that there is none for.</summary>
    [UnmanagedCallersOnly(EntryPoint = "facefusion_get_plugin", CallConvs = [typeof(CallConvCdecl)])]
    internal static OfxPlugin* GetPlugin(int index)
    {
        try
        {
            return index == 0 ? Face.Value.Native : null;
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
            Face.Value.SetHost(host);
        }
        catch (Exception)
        {
            // setHost answers nothing: the actions that follow fail for want of a host.
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus MainEntry(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments)
    {
        try
        {
            return Face.Value.Main(action, handle, inArguments, outArguments);
        }
        catch (Exception)
        {
            return OfxStatus.kOfxStatErrFatal;
        }
    }
}
