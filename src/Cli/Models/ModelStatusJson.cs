using System.Text.Json.Serialization;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary>The serialisation of <c>facefusion models list --json</c>, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ModelStatus[]))]
internal sealed partial class ModelStatusJson : JsonSerializerContext;
