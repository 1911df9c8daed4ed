namespace FaceFusion.Fusion.Casting;

/// <summary>A face of a frame, and who it is.</summary>
/// <param name="Face">The face.</param>
/// <param name="Answer">Who.</param>
public sealed record CastFace(Face Face, CastAnswer Answer)
{
    /// <summary>The faces that are people of the cast, in the cast's order: whoever is replaced first, the first person is.</summary>
    /// <param name="told">A frame's faces.</param>
    public static IReadOnlyList<Face> People(IEnumerable<CastFace> told) =>
        [.. told.Where(face => face.Answer.IsPerson).OrderBy(face => face.Answer.Person).Select(face => face.Face)];
}
