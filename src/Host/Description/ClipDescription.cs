using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Description;

/// <summary>A clip as a plug-in described it.</summary>
/// <param name="Name">Unique name in the effect.</param>
/// <param name="Label">Name for the user.</param>
/// <param name="IsOptional">Whether the effect works without it.</param>
/// <param name="IsMask">Whether it is a matte.</param>
/// <param name="Components">Components taken or given.</param>
/// <param name="Properties">Everything said of it.</param>
public sealed record ClipDescription(
    string Name,
    string Label,
    bool IsOptional,
    bool IsMask,
    IReadOnlyList<PixelComponents> Components,
    IReadOnlyList<PropertyDescription> Properties);
