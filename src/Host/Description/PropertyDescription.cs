using FaceFusion.Host.Properties;

namespace FaceFusion.Host.Description;

/// <summary>A property as it stood after describing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Type of its elements.</param>
/// <param name="Values">Its elements.</param>
public sealed record PropertyDescription(string Name, PropertyKind Kind, IReadOnlyList<PropertyValue> Values);
