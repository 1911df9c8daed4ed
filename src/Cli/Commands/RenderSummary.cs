using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Commands;

/// <summary>What <c>facefusion render</c> prints in the end.</summary>
internal static class RenderSummary
{
    /// <summary>Prints a sentence on the error stream, or one JSON object on the output.</summary>
    public static void Print(InvocationConfiguration console, RenderPlan plan, RenderReport report, bool quiet, bool json)
    {
        foreach (string note in report.Notes)
            console.Error.WriteLine("facefusion: note: " + note);
        if (json)
            console.Output.WriteLine(Json(plan, report));
        else if (!quiet)
            console.Error.WriteLine(Sentence(plan, report));
    }

    private static string Sentence(RenderPlan plan, RenderReport report)
    {
        string skipped = report.Skipped > 0 ? $", {report.Skipped} existed" : "";
        return report.Rendered == 0
            ? $"{plan.Target.Path}: nothing to render{skipped}"
            : string.Create(CultureInfo.InvariantCulture, $"{plan.Target.Path}: {report.Rendered} frames in {report.Elapsed.TotalSeconds:0.0} s ({report.FramesPerSecond:0.0} fps){skipped}");
    }

    private static string Json(RenderPlan plan, RenderReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("input", plan.Source.Path);
            writer.WriteString("output", plan.Target.Path);
            writer.WriteNumber("width", plan.Rendered.Width);
            writer.WriteNumber("height", plan.Rendered.Height);
            writer.WriteString("depth", plan.Source.Depth.ToString().ToLowerInvariant());
            writer.WriteNumber("rendered", report.Rendered);
            writer.WriteNumber("skipped", report.Skipped);
            writer.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
            writer.WriteNumber("fps", Math.Round(report.FramesPerSecond, 3));
            writer.WriteStartArray("notes");
            foreach (string note in report.Notes)
                writer.WriteStringValue(note);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
