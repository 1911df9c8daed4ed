using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>What a validation found, the same finding under several hosts told once.</summary>
/// <param name="bundle">The bundle.</param>
/// <param name="hosts">The hosts played.</param>
internal sealed class ValidationReport(string bundle, IReadOnlyList<string> hosts)
{
    private readonly Dictionary<Finding, List<string>> _hostsOf = [];

    /// <summary>The bundle or binary.</summary>
    public string Bundle => bundle;

    /// <summary>The hosts played.</summary>
    public IReadOnlyList<string> Hosts => hosts;

    /// <summary>Everything told, errors first.</summary>
    public IReadOnlyList<ReportedFinding> All =>
        [.. _hostsOf.Select(entry => new ReportedFinding(entry.Key, entry.Value)).OrderByDescending(entry => entry.Finding.Severity)];

    /// <summary>Number of errors.</summary>
    public int Errors => Count(Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => Count(Severity.Warning);

    /// <summary>Whether anything is amiss; notes aren't.</summary>
    public bool HasFindings => Errors + Warnings > 0;

    /// <summary>Adds a finding.</summary>
    public void Add(string host, Finding finding)
    {
        if (!_hostsOf.TryGetValue(finding, out List<string>? known))
            _hostsOf[finding] = known = [];
        if (!known.Contains(host))
            known.Add(host);
    }

    private int Count(Severity severity) => _hostsOf.Keys.Count(finding => finding.Severity == severity);
}
