using FaceFusion.Host.Properties;

namespace FaceFusion.Host.Effects;

/// <summary>A clip as a plug-in defined it.</summary>
/// <param name="Name">Unique name in the effect.</param>
/// <param name="Properties">What the plug-in said of it.</param>
internal sealed record ClipDefinition(string Name, PropertyBag Properties);
