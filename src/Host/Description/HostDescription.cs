using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Description;

/// <summary>Everything that a plug-in says of itself.</summary>
/// <param name="Identifier">Unique identifier.</param>
/// <param name="VersionMajor">Major version.</param>
/// <param name="VersionMinor">Minor version.</param>
/// <param name="Label">Name for the user.</param>
/// <param name="Grouping">Place in the host's menus.</param>
/// <param name="Text">What it does, for the user.</param>
/// <param name="SupportedContexts">Contexts it says it has, offered by the host or not.</param>
/// <param name="Depths">Depths it takes.</param>
/// <param name="Contexts">What it is in each context that the host offers too.</param>
/// <param name="Properties">Everything said of the effect in general.</param>
public sealed record HostDescription(
    string Identifier,
    int VersionMajor,
    int VersionMinor,
    string Label,
    string Grouping,
    string Text,
    IReadOnlyList<string> SupportedContexts,
    IReadOnlyList<BitDepth> Depths,
    IReadOnlyList<ContextDescription> Contexts,
    IReadOnlyList<PropertyDescription> Properties);
