using FaceFusion.Cli.Commands;
using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>What the command line asks a validation for.</summary>
/// <param name="Bundle">The bundle or binary.</param>
/// <param name="Hosts">The hosts to play, by name.</param>
/// <param name="Plate">A picture for the inputs; a test pattern where <see langword="null"/>.</param>
/// <param name="Parameters">Parameters to set.</param>
/// <param name="Timeout">How long an action may take.</param>
internal sealed record ValidationOrder(
    string Bundle, IReadOnlyList<string> Hosts, string? Plate, IReadOnlyList<ParameterSetting> Parameters, TimeSpan Timeout)
{
    /// <summary>The processes to run: everything for each host, the rest for one that has everything.</summary>
    public IEnumerable<(string Host, ValidationPart Part)> Parts()
    {
        foreach (string host in Hosts)
        {
            yield return (host, ValidationPart.Use);
            if (host is "mlt" or "strict")
                yield return (host, ValidationPart.Reload);
            if (host is "resolve" or "strict")
                yield return (host, ValidationPart.Hardship);
        }
    }
}
