namespace FaceFusion.Fusion.Recognition;

/// <summary>What a classifier takes a face for; a guess of a network from one picture.</summary>
/// <param name="Gender">The gender it looks like.</param>
/// <param name="Age">The age it looks, in years: from the first on, below the second.</param>
/// <param name="Origin">FairFace's class of origin.</param>
public sealed record FaceTraits(ApparentGender Gender, (int From, int To) Age, ApparentOrigin Origin);
