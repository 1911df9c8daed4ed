using System.Text;
using System.Text.Json;
using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>A report for programs.</summary>
internal static class ValidationJson
{
    /// <summary>A report as one JSON object.</summary>
    public static string Write(ValidationReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("bundle", report.Bundle);
            writer.WriteTexts("hosts", report.Hosts);
            writer.WriteNumber("errors", report.Errors);
            writer.WriteNumber("warnings", report.Warnings);
            Entries(writer, "findings", report.All.Where(entry => entry.Finding.Severity != Severity.Note));
            Entries(writer, "notes", report.All.Where(entry => entry.Finding.Severity == Severity.Note));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Entries(Utf8JsonWriter writer, string name, IEnumerable<ReportedFinding> entries)
    {
        writer.WriteStartArray(name);
        foreach (ReportedFinding entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("severity", entry.Finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("rule", entry.Finding.Rule);
            writer.WriteString("plugin", entry.Finding.Plugin);
            writer.WriteString("text", entry.Finding.Text);
            writer.WriteTexts("hosts", entry.Hosts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
