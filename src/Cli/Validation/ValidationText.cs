using System.Globalization;
using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>A report for people.</summary>
internal static class ValidationText
{
    /// <summary>Prints a report.</summary>
    public static void Write(TextWriter output, ValidationReport report)
    {
        output.WriteLine($"{report.Bundle}, as in {string.Join(", ", report.Hosts)}");
        foreach (ReportedFinding entry in report.All)
        {
            Finding finding = entry.Finding;
            string where = entry.Hosts.Count == report.Hosts.Count && report.Hosts.Count > 1 ? "every host" : string.Join(", ", entry.Hosts);
            output.WriteLine();
            output.WriteLine($"{Word(finding.Severity)}  {finding.Rule}  ({where}){(finding.Plugin.Length > 0 ? "  " + finding.Plugin : "")}");
            output.WriteLine("  " + finding.Text);
        }

        output.WriteLine();
        output.WriteLine(report.HasFindings
            ? string.Create(CultureInfo.InvariantCulture, $"{report.Errors} {Plural(report.Errors, "error")}, {report.Warnings} {Plural(report.Warnings, "warning")}")
            : "no finding");
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Plural(int count, string word) => count == 1 ? word : word + "s";
}
