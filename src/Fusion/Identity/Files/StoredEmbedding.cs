namespace FaceFusion.Fusion.Identity.Files;

/// <summary>Who a photo shows, as one recogniser sees it; its values are stored beside.</summary>
/// <param name="Model">The recogniser's name.</param>
/// <param name="Sha256">The SHA-256 of its file, in lower-case hexadecimal.</param>
/// <param name="Length">The number of values.</param>
public sealed record StoredEmbedding(string Model, string Sha256, int Length);
