using System.Numerics;

namespace FaceFusion.Fusion.Geometry;

/// <summary>Simple polygons in the plane.</summary>
public static class Polygon
{
    /// <summary>Whether a point lies inside a polygon, by the parity of crossings.</summary>
    /// <param name="polygon">The corners in order; the last joins the first.</param>
    /// <param name="point">The point.</param>
    public static bool Contains(ReadOnlySpan<Vector2> polygon, Vector2 point)
    {
        bool inside = false;
        for (int i = 0, j = polygon.Length - 1; i < polygon.Length; j = i++)
        {
            Vector2 a = polygon[i], b = polygon[j];
            if (a.Y > point.Y != b.Y > point.Y && point.X < (b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y) + a.X)
                inside = !inside;
        }

        return inside;
    }

    /// <summary>The distance of a point from a polygon's edges, inside as outside.</summary>
    /// <param name="polygon">The corners in order; the last joins the first.</param>
    /// <param name="point">The point.</param>
    public static float Distance(ReadOnlySpan<Vector2> polygon, Vector2 point)
    {
        float nearest = float.PositiveInfinity;
        for (int i = 0, j = polygon.Length - 1; i < polygon.Length; j = i++)
        {
            Vector2 edge = polygon[i] - polygon[j];
            float length = edge.LengthSquared();
            float along = length > 0 ? Math.Clamp(Vector2.Dot(point - polygon[j], edge) / length, 0, 1) : 0;
            nearest = Math.Min(nearest, Vector2.Distance(point, polygon[j] + along * edge));
        }

        return nearest;
    }
}
