namespace FaceFusion.Inference.Models;

/// <summary>A model as the manifest describes it.</summary>
/// <param name="Id">A short name, unique in the manifest: lower-case letters, digits and hyphens.</param>
/// <param name="Name">What it is called in messages, such as "YuNet face detector".</param>
/// <param name="Task">What it is for.</param>
/// <param name="Contract">The family whose pre- and post-processing it needs.</param>
/// <param name="File">The file's name in a models folder.</param>
/// <param name="Bytes">The file's length; null where it isn't known.</param>
/// <param name="Sha256">
/// The file's SHA-256 in lower-case hexadecimal; null where it isn't known: the file can't be fetched then, and counts once
/// somebody who has it adds it.
/// </param>
/// <param name="Source">A public address that serves exactly that file, or null where none is known.</param>
/// <param name="Licence">The terms it comes under.</param>
/// <param name="Inputs">What it takes, in the order of the graph; none where the contract says enough.</param>
/// <param name="Outputs">What it gives, in the order of the graph; none where the contract says enough.</param>
/// <param name="Training">How it came about, for the project's own networks; else null.</param>
/// <param name="Family">The family by its own name, such as "SCRFD"; null where the name says it.</param>
public sealed record ModelEntry(
    string Id,
    string Name,
    ModelTask Task,
    string Contract,
    string File,
    long? Bytes,
    string? Sha256,
    string? Source,
    ModelLicence Licence,
    IReadOnlyList<ModelTensor> Inputs,
    IReadOnlyList<ModelTensor> Outputs,
    ModelTraining? Training = null,
    string? Family = null);
