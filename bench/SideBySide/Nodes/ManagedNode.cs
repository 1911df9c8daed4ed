using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Loading;
using FaceFusion.Node;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>The node of this process, as the bundle's binary exports it.</summary>
internal sealed unsafe class ManagedNode : IEntryPoints
{
    private static readonly PluginEntry Entry = new(new FacePlugin(), &SetHost, &NodeMain, &OverlayMain);

    public string Path => typeof(ManagedNode).Assembly.Location;

    public bool TrySetHost(OfxHost* host, out OfxStatus status)
    {
        status = OfxStatus.kOfxStatOK;
        return false;
    }

    public int PluginCount() => 1;

    OfxPlugin* IEntryPoints.Plugin(int index) => Entry.Native;

    public void Dispose()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetHost(OfxHost* host) => Entry.SetHost(host);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus NodeMain(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments) =>
        Entry.Main(action, handle, inArguments, outArguments);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus OverlayMain(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle _) =>
        Entry.OverlayMain(action, handle, inArguments);
}
