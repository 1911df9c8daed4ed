using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Identity;

/// <summary>One of the photos that a <see cref="FaceIdentity"/> is made of.</summary>
/// <param name="Portrait">What the photo shows.</param>
/// <param name="Name">What to call it in messages; "" for the only picture there is.</param>
/// <param name="Weight">How much it counts beside the others, above 0.</param>
public sealed record IdentityPhoto(IdentityPortrait Portrait, string Name = "", float Weight = 1)
{
    /// <summary>Which identity file it came in, with signature and consent, as a sentence; "" for a photo.</summary>
    public string Provenance { get; init; } = "";

    /// <summary>The neutral shape of the identity file it came in; null for a photo, and for files that have none.</summary>
    internal FaceShape? FileNeutral { get; init; }

    /// <summary>The photo as the subject of a sentence.</summary>
    internal string Subject => Name.Length > 0 ? $"The identity photo '{Name}'" : "The identity picture";
}
