using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// A plug-in at the C boundary: the <see cref="OfxPlugin"/> that a binary hands out and the two functions behind it.
/// The functions are static and unmanaged in C#, hence belong to the exporting binary; each does nothing but call
/// <see cref="SetHost"/> or <see cref="Main"/>, which let no exception out.
/// </summary>
public sealed unsafe class PluginEntry
{
    private readonly ImageEffectPlugin _plugin;
    private readonly ActionDispatcher _dispatcher;
    private volatile OfxHostContext? _host;

    /// <summary>Makes a plug-in ready for hosts.</summary>
    /// <param name="plugin">The plug-in.</param>
    /// <param name="setHost">Calls <see cref="SetHost"/> of this entry.</param>
    /// <param name="mainEntry">Calls <see cref="Main"/> of this entry.</param>
    public PluginEntry(
        ImageEffectPlugin plugin,
        delegate* unmanaged[Cdecl]<OfxHost*, void> setHost,
        delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> mainEntry)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _plugin = plugin;
        _dispatcher = new ActionDispatcher(plugin);
        Native = (OfxPlugin*)NativeMemory.AllocZeroed((nuint)sizeof(OfxPlugin));
        *Native = new OfxPlugin
        {
            pluginApi = Utf8.Permanent(OfxValues.kOfxImageEffectPluginApi),
            apiVersion = OfxValues.kOfxImageEffectPluginApiVersion,
            pluginIdentifier = Utf8.Permanent(plugin.Identifier),
            pluginVersionMajor = plugin.Version.Major,
            pluginVersionMinor = plugin.Version.Minor,
            setHost = setHost,
            mainEntry = mainEntry,
        };
    }

    /// <summary>What <c>OfxGetPlugin</c> answers; lives for ever.</summary>
    public OfxPlugin* Native { get; }

    /// <summary>
    /// The plug-in's <c>setHost</c>. Called again, it replaces the host for whatever is created from then on; existing
    /// instances keep theirs.
    /// </summary>
    /// <param name="given">The host.</param>
    public void SetHost(OfxHost* given) => _host = given == null ? null : new OfxHostContext(given);

    /// <summary>The plug-in's <c>mainEntry</c>.</summary>
    /// <param name="action">The action's name.</param>
    /// <param name="handle">The descriptor or instance, null for Load and Unload.</param>
    /// <param name="inArguments">The action's in-arguments; may be the null handle.</param>
    /// <param name="outArguments">The action's out-arguments; may be the null handle.</param>
    /// <returns>The status; <see cref="OfxStatus.kOfxStatReplyDefault"/> for an action this library does not know.</returns>
    public OfxStatus Main(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments)
    {
        OfxHostContext? current = _host;
        if (current is null)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        try
        {
            return _dispatcher.Dispatch(
                current,
                Utf8.Read(action) ?? "",
                new OfxImageEffectHandle((nint)handle),
                current.PropertySet(inArguments),
                current.PropertySet(outArguments));
        }
        catch (Exception failure)
        {
            return FailureReport.StatusOf(failure);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_plugin.Identifier} {_plugin.Version.Major}.{_plugin.Version.Minor}";
}
