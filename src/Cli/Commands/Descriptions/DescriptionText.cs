using System.Globalization;
using FaceFusion.Host.Description;
using FaceFusion.Host.Parameters;

namespace FaceFusion.Cli.Commands.Descriptions;

/// <summary>Descriptions for people.</summary>
internal static class DescriptionText
{
    /// <summary>Prints a bundle.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="bundle">The bundle's path.</param>
    /// <param name="plugins">What its plug-ins say.</param>
    /// <param name="properties">Whether every property is shown.</param>
    public static void Write(TextWriter output, string bundle, IReadOnlyList<HostDescription> plugins, bool properties)
    {
        output.WriteLine($"{bundle}: {(plugins.Count == 1 ? "1 plug-in" : $"{plugins.Count} plug-ins")}");
        foreach (HostDescription plugin in plugins)
            Write(output, plugin, properties);
    }

    private static void Write(TextWriter output, HostDescription plugin, bool properties)
    {
        output.WriteLine();
        output.WriteLine($"{plugin.Identifier} {plugin.VersionMajor}.{plugin.VersionMinor}");
        output.WriteLine($"  {plugin.Grouping}/{plugin.Label}");
        if (plugin.Text.Length > 0)
            output.WriteLine($"  {plugin.Text.ReplaceLineEndings(" ")}");
        output.WriteLine($"  contexts  {string.Join(", ", plugin.SupportedContexts.Select(OfxTerms.Short))}");
        output.WriteLine($"  depths    {string.Join(", ", plugin.Depths.Select(depth => depth.ToString().ToLowerInvariant()))}");
        if (properties)
            Write(output, plugin.Properties, "    ");
        foreach (ContextDescription context in plugin.Contexts)
            Write(output, context, properties);
    }

    private static void Write(TextWriter output, ContextDescription context, bool properties)
    {
        output.WriteLine();
        output.WriteLine($"  {OfxTerms.Short(context.Context)}");
        foreach (ClipDescription clip in context.Clips)
        {
            string kinds = string.Join(" ", clip.Components.Select(components => components.ToString().ToUpperInvariant()));
            output.WriteLine($"    clip {clip.Name,-16} {kinds}{(clip.IsOptional ? ", optional" : "")}{(clip.IsMask ? ", mask" : "")}");
            if (properties)
                Write(output, clip.Properties, "      ");
        }

        foreach (ParamDescription param in context.Params)
        {
            output.WriteLine($"    {Indent(param)}{param.Name,-16} {Value(param)}");
            if (param.Hint.Length > 0)
                output.WriteLine($"      {Indent(param)}{param.Hint.ReplaceLineEndings(" ")}");
            if (properties)
                Write(output, param.Properties, "      ");
        }
    }

    private static void Write(TextWriter output, IReadOnlyList<PropertyDescription> properties, string indent)
    {
        foreach (PropertyDescription property in properties)
            output.WriteLine($"{indent}{property.Name} = {string.Join(", ", property.Values)}");
    }

    private static string Indent(ParamDescription param) => param.Parent.Length > 0 ? "  " : "";

    private static string Value(ParamDescription param)
    {
        string text = OfxTerms.Short(param.Type).ToLowerInvariant();
        if (param.Options.Count > 0)
            return $"{text} of {string.Join(" | ", param.Options.Select((option, index) => IsDefault(param, index) ? $"[{option}]" : option))}{Notes(param)}";
        if (param.Shape.Kind != ParamKind.None)
            text += $" = {(param.Shape.Kind == ParamKind.Text ? $"\"{param.Default}\"" : param.Default)}";
        if (param.Range.Count > 0 && param.Range.Any(range => IsBounded(range.Least) || IsBounded(range.Greatest)))
            text += $" ({string.Join("; ", param.Range.Select(range => $"{Bound(range.Least)} to {Bound(range.Greatest)}"))})";

        return text + Notes(param);
    }

    private static string Notes(ParamDescription param) => (param.IsSecret ? ", hidden" : "") + (param.Animates ? ", animates" : "");

    private static bool IsDefault(ParamDescription param, int option) =>
        param.Default is { Kind: ParamKind.Integer } value && (int)value.Numbers[0] == option;

    /// <summary>Ranges that plug-ins leave open are the type's own.</summary>
    private static bool IsBounded(double value) => double.IsFinite(value) && Math.Abs(value) < int.MaxValue;

    private static string Bound(double value) => IsBounded(value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : "any";
}
