using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Loading;

/// <summary>The entry points of a binary opened by the system's loader, as hosts open it.</summary>
internal sealed unsafe class LibraryEntryPoints : IEntryPoints
{
    private readonly nint _library;
    private readonly delegate* unmanaged[Cdecl]<OfxHost*, OfxStatus> _setHost;
    private readonly delegate* unmanaged[Cdecl]<int> _getNumberOfPlugins;
    private readonly delegate* unmanaged[Cdecl]<int, OfxPlugin*> _getPlugin;

    /// <summary>Opens a binary.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="HostException">The file is no library, or no OpenFX plug-in.</exception>
    public LibraryEntryPoints(string path)
    {
        Path = path;
        _library = SystemLoader.Open(path);
        _setHost = (delegate* unmanaged[Cdecl]<OfxHost*, OfxStatus>)SystemLoader.Find(_library, "OfxSetHost");
        _getNumberOfPlugins = (delegate* unmanaged[Cdecl]<int>)SystemLoader.Find(_library, "OfxGetNumberOfPlugins");
        _getPlugin = (delegate* unmanaged[Cdecl]<int, OfxPlugin*>)SystemLoader.Find(_library, "OfxGetPlugin");
        if (_getNumberOfPlugins is not null && _getPlugin is not null)
            return;

        SystemLoader.Close(_library);
        throw new HostException($"'{path}' is no OpenFX plug-in: it exports no OfxGetNumberOfPlugins and OfxGetPlugin; give another file.");
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public bool TrySetHost(OfxHost* host, out OfxStatus status)
    {
        status = _setHost is null ? OfxStatus.kOfxStatReplyDefault : _setHost(host);
        return _setHost is not null;
    }

    /// <inheritdoc/>
    public int PluginCount() => _getNumberOfPlugins();

    /// <inheritdoc/>
    public OfxPlugin* Plugin(int index) => _getPlugin(index);

    /// <inheritdoc/>
    public void Dispose() => SystemLoader.Close(_library);
}
