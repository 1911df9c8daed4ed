using System.Text.Json.Serialization;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>The record's (de)serialisation, generated at compile time: NativeAOT has no other.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IdentityRecord))]
public sealed partial class IdentityRecordJson : JsonSerializerContext;
