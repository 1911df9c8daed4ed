namespace FaceFusion.Fusion.Casting;

/// <summary>A face of a frame, and who it is.</summary>
/// <param name="Face">The face.</param>
/// <param name="Answer">Who.</param>
public sealed record CastFace(Face Face, CastAnswer Answer);
