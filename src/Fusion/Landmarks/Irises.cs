using System.Numerics;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>The irises of a mesh whose network gives none: five points an eye, the pupil first.</summary>
internal static class Irises
{
    // The radius of an iris (11.7 mm across in nearly everybody) by the width of the opened eye (about 28 mm).
    private const float Radius = 0.21f;

    /// <summary>Puts an iris between lids.</summary>
    /// <param name="points">478 points in square pixels.</param>
    /// <param name="first">The iris's first point.</param>
    /// <param name="lids">The points of the lids, the outer corner first.</param>
    /// <param name="pupil">Where the pupil is; between the lids when it isn't known.</param>
    public static void Place(Span<Vector3> points, int first, ReadOnlySpan<int> lids, Vector2? pupil)
    {
        Vector3 sum = default;
        foreach (int index in lids)
            sum += points[index];
        Vector3 middle = sum / lids.Length;
        if (pupil is { } seen)
            middle = new Vector3(seen, middle.Z);

        Vector3 across = points[lids[lids.Length / 2]] - points[lids[0]];
        across.Z = 0;
        Vector3 side = Radius * across, down = new(-side.Y, side.X, 0);
        points[first] = middle;
        points[first + 1] = middle + side;
        points[first + 2] = middle - down;
        points[first + 3] = middle - side;
        points[first + 4] = middle + down;
    }
}
