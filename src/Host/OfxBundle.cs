using FaceFusion.Host.Effects;
using FaceFusion.Host.Loading;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>An OpenFX bundle, or a plain <c>.ofx</c> file, opened as a host opens it.</summary>
public sealed unsafe class OfxBundle : IDisposable
{
    private readonly IEntryPoints _entryPoints;
    private readonly HostEnvironment _environment;
    private readonly List<HostedPlugin> _plugins = [];
    private bool _isOpen = true;

    private OfxBundle(IEntryPoints entryPoints, HostProfile profile)
    {
        _entryPoints = entryPoints;
        _environment = new HostEnvironment(profile);
    }

    /// <summary>Full path of the binary.</summary>
    public string BinaryPath => _entryPoints.Path;

    /// <summary>Folder of the bundle; the binary's path where it lies in none.</summary>
    public string BundlePath => BundleBinary.BundleOf(BinaryPath);

    /// <summary>The host that the bundle sees.</summary>
    public HostProfile Profile => _environment.Profile;

    /// <summary>The plug-ins in the binary, in its order; none is loaded yet.</summary>
    public IReadOnlyList<HostedPlugin> Plugins => _plugins;

    /// <summary>Opens a bundle.</summary>
    /// <param name="path">An <c>.ofx.bundle</c> folder or an <c>.ofx</c> file.</param>
    /// <param name="profile">What the host says of itself; by default <see cref="HostProfile.Modern"/>.</param>
    /// <exception cref="HostException">
    /// The path is missing, no bundle, without a binary for this platform, no library, or holds no plug-in.
    /// </exception>
    public static OfxBundle Load(string path, HostProfile? profile = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Open(new LibraryEntryPoints(BundleBinary.Locate(path)), profile ?? HostProfile.Modern);
    }

    /// <summary>The plug-in of an identifier; the highest version where there are several.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public HostedPlugin this[string identifier] => _plugins
            .Where(plugin => plugin.Identifier == identifier)
            .OrderByDescending(plugin => plugin.VersionMajor)
            .ThenByDescending(plugin => plugin.VersionMinor)
            .FirstOrDefault()
        ?? throw new HostException(
            $"'{BinaryPath}' holds no plug-in '{identifier}'; it holds {string.Join(", ", _plugins.Select(plugin => plugin.Identifier))}.");

    /// <summary>Destroys what is left of instances, unloads the plug-ins and closes the binary.</summary>
    public void Dispose()
    {
        if (!_isOpen)
            return;

        _isOpen = false;
        foreach (HostedPlugin plugin in _plugins)
            plugin.Dispose();
        _entryPoints.Dispose();
        _environment.Dispose();
    }

    /// <summary>Opens entry points, wherever they come from.</summary>
    internal static OfxBundle Open(IEntryPoints entryPoints, HostProfile profile)
    {
        var bundle = new OfxBundle(entryPoints, profile);
        try
        {
            bundle.ReadPlugins();
            return bundle;
        }
        catch (HostException)
        {
            bundle.Dispose();
            throw;
        }
    }

    private void ReadPlugins()
    {
        if (Profile.CallsSetHost && _entryPoints.TrySetHost(_environment.Host, out OfxStatus status)
            && status is not (OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault))
            throw new HostException($"'{BinaryPath}' refuses this host ({status} from OfxSetHost); use another host profile.");

        int count = _entryPoints.PluginCount();
        for (int i = 0; i < count; i++)
        {
            OfxPlugin* plugin = _entryPoints.Plugin(i);
            if (plugin is not null)
                _plugins.Add(new HostedPlugin(plugin, _environment, BundlePath));
        }

        if (_plugins.Count == 0)
            throw new HostException($"There is no plug-in inside '{BinaryPath}'; give another file.");
    }
}
