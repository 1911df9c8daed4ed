using System.Text;
using System.Text.Json;
using FaceFusion.Host.Description;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;

namespace FaceFusion.Cli.Commands.Descriptions;

/// <summary>Descriptions for programs.</summary>
internal static class DescriptionJson
{
    /// <summary>A bundle as one JSON object.</summary>
    public static string Write(string bundle, IReadOnlyList<HostDescription> plugins)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("bundle", bundle);
            Array(writer, "plugins", plugins, Plugin);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Plugin(Utf8JsonWriter writer, HostDescription plugin)
    {
        writer.WriteString("identifier", plugin.Identifier);
        writer.WriteNumber("versionMajor", plugin.VersionMajor);
        writer.WriteNumber("versionMinor", plugin.VersionMinor);
        writer.WriteString("label", plugin.Label);
        writer.WriteString("grouping", plugin.Grouping);
        writer.WriteString("description", plugin.Text);
        writer.WriteTexts("contexts", plugin.SupportedContexts);
        writer.WriteTexts("depths", plugin.Depths.Select(depth => depth.ToString().ToLowerInvariant()));
        Properties(writer, plugin.Properties);
        Array(writer, "described", plugin.Contexts, Context);
    }

    private static void Context(Utf8JsonWriter writer, ContextDescription context)
    {
        writer.WriteString("context", context.Context);
        Array(writer, "clips", context.Clips, Clip);
        Array(writer, "params", context.Params, Param);
        Properties(writer, context.Properties);
    }

    private static void Clip(Utf8JsonWriter writer, ClipDescription clip)
    {
        writer.WriteString("name", clip.Name);
        writer.WriteString("label", clip.Label);
        writer.WriteBoolean("optional", clip.IsOptional);
        writer.WriteBoolean("mask", clip.IsMask);
        writer.WriteTexts("components", clip.Components.Select(components => components.ToString().ToUpperInvariant()));
        Properties(writer, clip.Properties);
    }

    private static void Param(Utf8JsonWriter writer, ParamDescription param)
    {
        writer.WriteString("name", param.Name);
        writer.WriteString("type", param.Type);
        writer.WriteString("label", param.Label);
        writer.WriteString("hint", param.Hint);
        writer.WriteString("group", param.Parent);
        writer.WriteBoolean("hidden", param.IsSecret);
        writer.WriteBoolean("animates", param.Animates);
        if (param.Shape.Kind is ParamKind.Integer or ParamKind.Real)
            Numbers(writer, "default", param.Default.Numbers);
        else if (param.Shape.Kind != ParamKind.None)
            writer.WriteString("default", param.Default.ToString());
        if (param.Range.Count > 0)
        {
            Numbers(writer, "min", [.. param.Range.Select(range => range.Least)]);
            Numbers(writer, "max", [.. param.Range.Select(range => range.Greatest)]);
        }

        if (param.Options.Count > 0)
            writer.WriteTexts("options", param.Options);
        Properties(writer, param.Properties);
    }

    private static void Properties(Utf8JsonWriter writer, IReadOnlyList<PropertyDescription> properties)
    {
        writer.WriteStartObject("properties");
        foreach (PropertyDescription property in properties)
        {
            writer.WriteStartArray(property.Name);
            foreach (PropertyValue value in property.Values)
                Element(writer, value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Element(Utf8JsonWriter writer, PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Integer:
                writer.WriteNumberValue(value.Integer);
                break;
            case PropertyKind.Real when double.IsFinite(value.Real):
                writer.WriteNumberValue(value.Real);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>One number, or an array of several; JSON knows no infinity, hence <c>null</c>.</summary>
    private static void Numbers(Utf8JsonWriter writer, string name, ReadOnlySpan<double> numbers)
    {
        writer.WritePropertyName(name);
        if (numbers.Length != 1)
            writer.WriteStartArray();
        foreach (double number in numbers)
        {
            if (double.IsFinite(number))
                writer.WriteNumberValue(number);
            else
                writer.WriteNullValue();
        }

        if (numbers.Length != 1)
            writer.WriteEndArray();
    }
}
