namespace FaceFusion.Node.Hosts;

/// <summary>A row of the table of hosts.</summary>
/// <param name="Host">The host's name (<c>kOfxPropName</c>), or how it begins.</param>
/// <param name="Trait">What is different there.</param>
/// <param name="Reason">What it comes from.</param>
/// <param name="Source">Where it was seen.</param>
internal sealed record HostQuirk(string Host, HostTrait Trait, string Reason, string Source);
