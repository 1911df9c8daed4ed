using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host;
using FaceFusion.Host.Loading;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

// A plug-in has one host in a process. Tests side by side would take it from each other: what one test's node said would go
// to the host that another had just opened, or had closed.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace FaceFusion.Node.Tests.Support;

/// <summary>The node of this process, as a binary would export it.</summary>
internal sealed unsafe class NodeBinary : IEntryPoints
{
    private static readonly WatchedPlugin Plugin = new();
    private static readonly PluginEntry Entry = new(Plugin, &SetHost, &NodeMain, &OverlayMain);

    public string Path => typeof(NodeBinary).Assembly.Location;

    /// <summary>A host with a user interface, in which nodes may draw.</summary>
    public static HostProfile Interactive { get; } = HostProfile.Modern with { IsBackground = false };

    public static OfxBundle Open(HostProfile? profile = null) => OfxBundle.Open(new NodeBinary(), profile ?? HostProfile.Modern);

    /// <summary>An instance, and the node's own side of it.</summary>
    public static (HostedInstance Instance, Effect Effect) Create(OfxBundle bundle)
    {
        HostedInstance instance = bundle[NodeNames.Plugin].CreateInstance(OfxContexts.kOfxImageEffectContextGeneral, new ProjectSettings());
        return (instance, WatchedPlugin.LastCreated!);
    }

    /// <summary>An instance with a plate on it.</summary>
    public static HostedInstance Create(OfxBundle bundle, People plate) => bundle[NodeNames.Plugin].CreateInstance(
        OfxContexts.kOfxImageEffectContextGeneral,
        new ProjectSettings { Width = 2 * People.Side, Height = People.Side, FirstFrame = plate.Format.FirstFrame, LastFrame = plate.Format.LastFrame },
        instance => instance.Clips[NodeNames.SourceClip].Bind(plate));

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
