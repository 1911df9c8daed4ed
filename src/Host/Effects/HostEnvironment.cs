using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Messages;
using FaceFusion.Host.Properties;
using FaceFusion.Host.Suites;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Effects;

/// <summary>The host as one bundle sees it: the <c>OfxHost</c> struct, its properties, its suites.</summary>
internal sealed unsafe class HostEnvironment : IDisposable
{
    [ThreadStatic]
    private static HostEnvironment? _current;

    /// <summary>Creates the host of a profile.</summary>
    public HostEnvironment(HostProfile profile)
    {
        // Here rather than at the plug-in's first fetch, whose frame lets no exception pass.
        RuntimeHelpers.RunClassConstructor(typeof(SuiteTable).TypeHandle);
        Profile = profile;
        Properties = HostProperties.Create(profile);
        FetchSuite.Register(Properties.Handle, profile);

        // Never freed: a plug-in may look at it as long as its code is mapped, which can be beyond dlclose.
        Host = (OfxHost*)NativeMemory.Alloc((nuint)sizeof(OfxHost));
        *Host = new OfxHost { host = Properties.Handle, fetchSuite = FetchSuite.Function };
    }

    /// <summary>The host whose plug-in this thread is calling.</summary>
    public static HostEnvironment? Current => _current;

    /// <summary>What the host says of itself.</summary>
    public HostProfile Profile { get; }

    /// <summary>The host's properties.</summary>
    public PropertyBag Properties { get; }

    /// <summary>What plug-ins are given.</summary>
    public OfxHost* Host { get; }

    /// <summary>Messages that belong to no effect.</summary>
    public MessageLog Messages { get; } = new();

    /// <summary>Calls a plug-in's main entry on behalf of this host.</summary>
    public OfxStatus Call(OfxPlugin* plugin, string action, nint handle, OfxPropertySetHandle arguments, OfxPropertySetHandle answer)
    {
        HostEnvironment? outer = _current;
        _current = this;
        try
        {
            return HostWatch.Around(action, () => plugin->mainEntry(ActionNames.Native(action), (void*)handle, arguments, answer));
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>Withdraws the handle; fetching a suite then answers null.</summary>
    public void Dispose()
    {
        FetchSuite.Unregister(Properties.Handle);
        Properties.Dispose();
    }
}
