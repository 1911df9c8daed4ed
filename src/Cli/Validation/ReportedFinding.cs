using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>A finding with the hosts under which it was made.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Hosts">Names of the hosts, in the order they were played.</param>
internal sealed record ReportedFinding(Finding Finding, IReadOnlyList<string> Hosts);
