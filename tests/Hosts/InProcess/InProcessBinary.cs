using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host;
using FaceFusion.Host.Loading;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Tests.Sample;

namespace FaceFusion.Hosts.Tests.InProcess;

/// <summary>Plug-ins of this process, as a binary would export them.</summary>
internal sealed unsafe class InProcessBinary : IEntryPoints
{
    private static readonly PluginEntry Invert = new(new InvertPlugin(), &SetInvertHost, &InvertMain);
    private static readonly PluginEntry Failing = new(new FailingPlugin(), &SetFailingHost, &FailingMain);

    public string Path => typeof(InProcessBinary).Assembly.Location;

    public static OfxBundle Open(HostProfile? profile = null) => OfxBundle.Open(new InProcessBinary(), profile ?? HostProfile.Modern);

    public bool TrySetHost(OfxHost* host, out OfxStatus status)
    {
        status = OfxStatus.kOfxStatOK;
        return false;
    }

    public int PluginCount() => 2;

    public OfxPlugin* Plugin(int index) => index == 0 ? Invert.Native : Failing.Native;

    public void Dispose()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetInvertHost(OfxHost* host) => Invert.SetHost(host);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus InvertMain(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments) =>
        Invert.Main(action, handle, inArguments, outArguments);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetFailingHost(OfxHost* host) => Failing.SetHost(host);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus FailingMain(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments) =>
        Failing.Main(action, handle, inArguments, outArguments);
}
