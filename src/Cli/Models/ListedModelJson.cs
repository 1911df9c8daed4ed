using System.Text.Json.Serialization;

namespace FaceFusion.Cli.Models;

/// <summary>The serialisation of <c>facefusion models list --json</c>, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ListedModel[]))]
internal sealed partial class ListedModelJson : JsonSerializerContext;
