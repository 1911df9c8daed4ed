using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Loading;

/// <summary>The entry points of a binary opened by the system's loader, as hosts open it.</summary>
internal sealed unsafe class LibraryEntryPoints : IEntryPoints
{
    private readonly nint library;
    private readonly delegate* unmanaged[Cdecl]<OfxHost*, OfxStatus> setHost;
    private readonly delegate* unmanaged[Cdecl]<int> getNumberOfPlugins;
    private readonly delegate* unmanaged[Cdecl]<int, OfxPlugin*> getPlugin;

    /// <summary>Opens a binary.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="HostException">The file is no library, or no OpenFX plug-in.</exception>
    public LibraryEntryPoints(string path)
    {
        Path = path;
        library = SystemLoader.Open(path);
        setHost = (delegate* unmanaged[Cdecl]<OfxHost*, OfxStatus>)SystemLoader.Find(library, "OfxSetHost");
        getNumberOfPlugins = (delegate* unmanaged[Cdecl]<int>)SystemLoader.Find(library, "OfxGetNumberOfPlugins");
        getPlugin = (delegate* unmanaged[Cdecl]<int, OfxPlugin*>)SystemLoader.Find(library, "OfxGetPlugin");
        if (getNumberOfPlugins is not null && getPlugin is not null)
            return;

        SystemLoader.Close(library);
        throw new HostException($"'{path}' is no OpenFX plug-in: it exports no OfxGetNumberOfPlugins and OfxGetPlugin; give another file.");
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public bool TrySetHost(OfxHost* host, out OfxStatus status)
    {
        status = setHost is null ? OfxStatus.kOfxStatReplyDefault : setHost(host);
        return setHost is not null;
    }

    /// <inheritdoc/>
    public int PluginCount() => getNumberOfPlugins();

    /// <inheritdoc/>
    public OfxPlugin* Plugin(int index) => getPlugin(index);

    /// <inheritdoc/>
    public void Dispose() => SystemLoader.Close(library);
}
