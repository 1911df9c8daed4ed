using System.Text.Json;

namespace FaceFusion.Cli;

/// <summary>What the commands' JSON is made of.</summary>
internal static class JsonTexts
{
    /// <summary>Writes a property that holds an array of texts.</summary>
    /// <param name="writer">Inside an object.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="texts">The texts.</param>
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
