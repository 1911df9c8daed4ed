namespace FaceFusion.Host.Watching;

/// <summary>A wrong use of a suite.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">The property, parameter or function concerned.</param>
/// <param name="Action">The action during which it happened; empty on a thread of the plug-in's own.</param>
public sealed record Breach(BreachKind Kind, string Subject, string Action);
