namespace FaceFusion.Inference.Models;

/// <summary>A data file inside the program, computed from other people's material: statistics, no picture and no person.</summary>
/// <param name="Name">What it is.</param>
/// <param name="File">The file in the repository.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal.</param>
/// <param name="Tool">The folder of the tool that made it; its README tells how.</param>
/// <param name="Sources">What it was made of.</param>
public sealed record ResourceEntry(
    string Name,
    string File,
    long Bytes,
    string Sha256,
    string Tool,
    IReadOnlyList<ResourceSource> Sources);
