namespace FaceFusion.Hosts.Tests.Validation;

/// <summary>A finding as the report has it.</summary>
internal sealed record ValidationFinding(string Severity, string Rule, string Text, IReadOnlyList<string> Hosts);
