using FaceFusion.Fusion.Casting;

namespace FaceFusion.Node.Debug;

/// <summary>What the debug view says of who is who.</summary>
internal static class CastReport
{
    /// <summary>A line a face, the largest first; none where people weren't asked for.</summary>
    /// <param name="told">The frame's faces.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<CastFace> told) => told.Select(face => FormattableString.Invariant(
        $"Face at {face.Face.Detection.Box.Centre.X:0}, {face.Face.Detection.Box.Centre.Y:0}: {(face.Answer.IsPerson ? "person" : "nobody, nearest to person")} {face.Answer.Person + 1}, distance {face.Answer.Distance:0.00}"));
}
