using System.Text.Json;
using FaceFusion.Hosts.Tests.Foreign;

namespace FaceFusion.Hosts.Tests.Validation;

/// <summary>A run of <c>facefusion validate --json</c> in a process of its own.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Findings">Severity, rule, text and hosts of each finding.</param>
/// <param name="Notes">Texts of what isn't a finding.</param>
internal sealed record Validation(int ExitCode, IReadOnlyList<ValidationFinding> Findings, IReadOnlyList<string> Notes)
{
    /// <summary>The exit code of a validation that found something.</summary>
    public const int Found = 3;

    /// <summary>The plug-in in C that has the faults that it is told to have.</summary>
    public static string BadPlugin => Path.Combine(AppContext.BaseDirectory, "Bad.ofx");

    /// <summary>Validates a binary.</summary>
    public static Validation Of(string path, IEnumerable<string> options, IReadOnlyDictionary<string, string>? environment = null)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FaceFusion.Cli.dll");
        ProcessResult result = ProcessResult.Of("dotnet", ["exec", program, "validate", path, "--json", .. options], environment: environment);
        Assert.True(result.Output.Length > 0, result.Error);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        return new Validation(
            result.ExitCode,
            [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(Read)],
            [.. report.RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("text").GetString()!)]);
    }

    /// <summary>Validates the plug-in in C with planted faults.</summary>
    public static Validation OfBad(string faults, params string[] options) =>
        Of(BadPlugin, options, new Dictionary<string, string> { ["BAD_PLUGIN_FAULTS"] = faults });

    private static ValidationFinding Read(JsonElement finding) => new(
        finding.GetProperty("severity").GetString()!,
        finding.GetProperty("rule").GetString()!,
        finding.GetProperty("text").GetString()!,
        [.. finding.GetProperty("hosts").EnumerateArray().Select(host => host.GetString()!)]);
}
