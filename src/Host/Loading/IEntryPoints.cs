using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Loading;

/// <summary>The entry points of a plug-in binary.</summary>
internal unsafe interface IEntryPoints : IDisposable
{
    /// <summary>Full path of the binary.</summary>
    string Path { get; }

    /// <summary>The optional <c>OfxSetHost</c>; true when it is there.</summary>
    bool TrySetHost(OfxHost* host, out OfxStatus status);

    /// <summary><c>OfxGetNumberOfPlugins</c>.</summary>
    int PluginCount();

    /// <summary><c>OfxGetPlugin</c>.</summary>
    OfxPlugin* Plugin(int index);
}
