using FaceFusion.Cli.Commands;
using FaceFusion.Host;
using FaceFusion.Host.Devices;

namespace FaceFusion.Cli.Plugins;

/// <summary>What a render asks of a plug-in.</summary>
/// <param name="Bundle">The bundle's folder.</param>
/// <param name="Host">The host to play.</param>
/// <param name="Effect">The identifier of one of its plug-ins; <see langword="null"/> when it holds a single one.</param>
/// <param name="Identities">Photos of the face to put in.</param>
/// <param name="Layer">Which layer to render.</param>
/// <param name="Parameters">Further parameters, in order.</param>
internal sealed record PluginSettings(
    string Bundle, HostProfile Host, string? Effect, IReadOnlyList<string> Identities, string? Layer, IReadOnlyList<ParameterSetting> Parameters)
{
    /// <summary>The graphics card to hand images over on; null for the processor's memory.</summary>
    public DeviceApi? Gpu { get; init; }

    /// <summary>What runs networks, by an option of the plug-in's menu; what its project says when absent.</summary>
    public string? Provider { get; init; }

    /// <summary>Where the plug-in leaves what it knows of each frame; nowhere when absent.</summary>
    public string? FrameData { get; init; }

    /// <summary>People of the plate who are replaced, and by whom; the first by <see cref="Identities"/> where it names nobody.</summary>
    public IReadOnlyList<Replacement> People { get; init; } = [];
}
