using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The host struct's <c>fetchSuite</c>.</summary>
internal static unsafe class FetchSuite
{
    private static readonly ConcurrentDictionary<OfxPropertySetHandle, HostProfile> Hosts = new();

    /// <summary>The function for the host struct.</summary>
    public static delegate* unmanaged[Cdecl]<OfxPropertySetHandle, byte*, int, void*> Function => &Fetch;

    /// <summary>Lets a host handle fetch the suites of a profile.</summary>
    public static void Register(OfxPropertySetHandle host, HostProfile profile) => Hosts[host] = profile;

    /// <summary>Ends that.</summary>
    public static void Unregister(OfxPropertySetHandle host) => Hosts.TryRemove(host, out _);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Fetch(OfxPropertySetHandle host, byte* name, int version)
    {
        if (name is null || !Hosts.TryGetValue(host, out HostProfile? profile))
            return null;

        var suite = new SuiteId(Guard.Text(name), version);
        return profile.Suites.Contains(suite) ? SuiteTable.Find(suite, profile.Behaviour) : null;
    }
}
