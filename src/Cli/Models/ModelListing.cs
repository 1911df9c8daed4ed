using System.Text.Json.Serialization;
using FaceFusion.Inference.Models;

namespace FaceFusion.Cli.Models;

/// <summary>A model in the output of <c>facefusion models list --json</c>.</summary>
internal sealed record ModelListing(
    string Id,
    string Name,
    ModelTask Task,
    string Contract,
    string File,
    long Bytes,
    string Sha256,
    string? Source,
    ModelLicence Licence,
    string State,
    string? Path)
{
    /// <summary>A model of the manifest and how it stands.</summary>
    public static ModelListing From(ModelStatus status) => new(
        status.Entry.Id,
        status.Entry.Name,
        status.Entry.Task,
        status.Entry.Contract,
        status.Entry.File,
        status.Entry.Bytes,
        status.Entry.Sha256,
        status.Entry.Source,
        status.Entry.Licence,
        ModelsTerminal.Word(status.State).Replace(' ', '-'),
        status.Path);
}

/// <summary>The listing's serialisation, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ModelListing[]))]
internal sealed partial class ModelListingJson : JsonSerializerContext;
