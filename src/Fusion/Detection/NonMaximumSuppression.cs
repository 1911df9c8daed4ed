using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Detection;

/// <summary>Keeps the most certain of detections that show the same face.</summary>
public static class NonMaximumSuppression
{
    /// <summary>Boxes that overlap by more than this fraction of their union are the same face.</summary>
    public const float UnionThreshold = 0.3f;

    /// <summary>
    /// Boxes that overlap by more than this fraction of the smaller one are the same face: half a face at the edge of
    /// a tile lies inside the whole face of the next tile.
    /// </summary>
    public const float ContainmentThreshold = 0.7f;

    /// <summary>
    /// The surviving detections by falling score; equal scores by position (top to bottom, then left to right), so
    /// that the order of the candidates never matters.
    /// </summary>
    /// <param name="candidates">Detections in any order.</param>
    public static IReadOnlyList<DetectedFace> Apply(IEnumerable<DetectedFace> candidates) => Apply([], candidates);

    /// <summary>The same where some detections survive whatever the others' scores.</summary>
    /// <param name="settled">Those, in any order; none of them shows the face of another.</param>
    /// <param name="candidates">The others in any order.</param>
    public static IReadOnlyList<DetectedFace> Apply(IEnumerable<DetectedFace> settled, IEnumerable<DetectedFace> candidates)
    {
        List<DetectedFace> kept = [.. settled];
        foreach (DetectedFace candidate in InOrder(candidates))
        {
            if (!kept.Exists(face => AreSame(face.Box, candidate.Box)))
                kept.Add(candidate);
        }

        return [.. InOrder(kept)];
    }

    private static IOrderedEnumerable<DetectedFace> InOrder(IEnumerable<DetectedFace> faces) => faces
        .OrderByDescending(face => face.Score)
        .ThenBy(face => face.Box.Y1).ThenBy(face => face.Box.X1)
        .ThenBy(face => face.Box.Y2).ThenBy(face => face.Box.X2);

    private static bool AreSame(RectF a, RectF b)
    {
        float width = Math.Min(a.X2, b.X2) - Math.Max(a.X1, b.X1);
        float height = Math.Min(a.Y2, b.Y2) - Math.Max(a.Y1, b.Y1);
        if (width <= 0 || height <= 0)
            return false;
        float shared = width * height;
        return shared > UnionThreshold * (a.Area + b.Area - shared)
            || shared > ContainmentThreshold * Math.Min(a.Area, b.Area);
    }
}
