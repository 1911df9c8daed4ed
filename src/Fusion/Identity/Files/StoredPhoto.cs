namespace FaceFusion.Fusion.Identity.Files;

/// <summary>A photo of an identity file; its points, embeddings and crop are stored beside.</summary>
/// <param name="Name">The photo's file name.</param>
/// <param name="Sha256">The SHA-256 of the photo's file, in lower-case hexadecimal.</param>
/// <param name="Weight">How much it counts beside the others, above 0.</param>
/// <param name="Width">The crop's columns.</param>
/// <param name="Height">The crop's rows.</param>
/// <param name="Presence">How certain the landmark network was of the face, 0 to 1.</param>
/// <param name="Warnings">What an artist should know before using it; without subject and full stop.</param>
/// <param name="Embeddings">Who it shows, a recogniser each.</param>
public sealed record StoredPhoto(
    string Name, string Sha256, float Weight, int Width, int Height, float Presence, IReadOnlyList<string> Warnings, IReadOnlyList<StoredEmbedding> Embeddings);
