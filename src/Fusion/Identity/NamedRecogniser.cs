using FaceFusion.Fusion.Recognition;

namespace FaceFusion.Fusion.Identity;

/// <summary>A recogniser and the content of its file, by which embeddings are known again.</summary>
/// <param name="Network">The recogniser.</param>
/// <param name="Name">Its network's name.</param>
/// <param name="Sha256">The SHA-256 of its file, in lower-case hexadecimal.</param>
/// <param name="IsEngines">Whether it is the one that the engine itself tells people apart with.</param>
internal sealed record NamedRecogniser(IFaceRecogniser Network, string Name, string Sha256, bool IsEngines = false);
