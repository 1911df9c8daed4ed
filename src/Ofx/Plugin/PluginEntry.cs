using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;
using FaceFusion.Ofx.Plugin.Interacts;

namespace FaceFusion.Ofx.Plugin;

/// <summary>
/// A plug-in at the C boundary: the <see cref="OfxPlugin"/> that a binary hands out and the functions behind it.
/// The functions are static and unmanaged in C#, hence belong to the exporting binary; each does nothing but call
/// <see cref="SetHost"/>, <see cref="Main"/> or <see cref="OverlayMain"/>, which let no exception out.
/// </summary>
public sealed unsafe class PluginEntry
{
    private readonly ImageEffectPlugin _plugin;
    private readonly ActionDispatcher _dispatcher;
    private readonly OverlayDispatcher _overlays;
    private readonly LogFile? _log;
    private volatile OfxHostContext? _host;

    /// <summary>Makes a plug-in ready for hosts.</summary>
    /// <param name="plugin">The plug-in.</param>
    /// <param name="setHost">Calls <see cref="SetHost"/> of this entry.</param>
    /// <param name="mainEntry">Calls <see cref="Main"/> of this entry.</param>
    /// <param name="overlayEntry">Calls <see cref="OverlayMain"/> of this entry; null for a plug-in without overlays.</param>
    public PluginEntry(
        ImageEffectPlugin plugin,
        delegate* unmanaged[Cdecl]<OfxHost*, void> setHost,
        delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> mainEntry,
        delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus> overlayEntry = null)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _plugin = plugin;
        _log = plugin.LogPath.Length > 0 ? new LogFile(plugin.LogPath) : null;
        _dispatcher = new ActionDispatcher(plugin, (nint)overlayEntry);
        _overlays = new OverlayDispatcher(_dispatcher);
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

        ActionRecord record = new(_log, (nint)handle);
        try
        {
            string name = record.Action = Utf8.Read(action) ?? "";
            return record.End(_dispatcher.Dispatch(
                current,
                name,
                new OfxImageEffectHandle((nint)handle),
                current.PropertySet(inArguments),
                current.PropertySet(outArguments)));
        }
        catch (Exception failure)
        {
            return record.End(FailureReport.StatusOf(failure), failure);
        }
    }

    /// <summary>The main entry of the plug-in's overlays.</summary>
    /// <param name="action">The action's name.</param>
    /// <param name="handle">The overlay, or its descriptor.</param>
    /// <param name="inArguments">The action's in-arguments; may be the null handle.</param>
    /// <returns>The status. What goes wrong in an overlay is told to the log alone: it draws nothing then.</returns>
    public OfxStatus OverlayMain(byte* action, void* handle, OfxPropertySetHandle inArguments)
    {
        OfxHostContext? current = _host;
        if (current is null)
            return OfxStatus.kOfxStatErrMissingHostFeature;

        ActionRecord record = new(_log, (nint)handle);
        try
        {
            string name = record.Action = Utf8.Read(action) ?? "";
            return record.End(_overlays.Dispatch(current, name, new OfxInteractHandle((nint)handle), current.PropertySet(inArguments)));
        }
        catch (Exception failure)
        {
            return record.End(OfxStatus.kOfxStatReplyDefault, failure);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{_plugin.Identifier} {_plugin.Version.Major}.{_plugin.Version.Minor}";
}
