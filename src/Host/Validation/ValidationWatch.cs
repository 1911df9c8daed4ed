using System.Collections.Concurrent;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>Turns what the host sees of a plug-in into findings, each told once.</summary>
internal sealed class ValidationWatch(HostProfile profile, IValidationSink sink) : IHostObserver
{
    private readonly ConcurrentDictionary<Finding, byte> _told = new();

    /// <summary>The plug-in that is being tried.</summary>
    public string Plugin { get; set; } = string.Empty;

    /// <summary>Whether the host itself misbehaves just now, so that failures are no findings.</summary>
    public bool IsHard { get; set; }

    /// <summary>Something begins.</summary>
    public void Doing(string what) => sink.Doing(what);

    /// <summary>Tells a finding, unless it was told.</summary>
    public void Add(Severity severity, string rule, string text) => Add(new Finding(severity, rule, Plugin, text));

    /// <inheritdoc/>
    public void Sending(string action) => sink.Sending(action);

    /// <inheritdoc/>
    public void Answered(string action, OfxStatus status)
    {
        if (ActionRules.Judge(action, status, Plugin) is { } finding && !(IsHard && finding.Rule == "action-failed"))
            Add(finding);
    }

    /// <inheritdoc/>
    public void Breached(Breach breach)
    {
        if (!IsHard && BreachRules.Judge(breach, profile, Plugin) is { } finding)
            Add(finding);
    }

    private void Add(Finding finding)
    {
        if (_told.TryAdd(finding, 0))
            sink.Found(finding);
    }
}
