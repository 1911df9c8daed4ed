using System.Numerics;

namespace FaceFusion.Kernels.Geometry;

/// <summary>A rectangle in continuous raster coordinates (pixels, y down; a pixel's centre lies at +0.5).</summary>
/// <param name="X1">Left side.</param>
/// <param name="Y1">Top side.</param>
/// <param name="X2">Right side.</param>
/// <param name="Y2">Bottom side.</param>
public readonly record struct RectF(float X1, float Y1, float X2, float Y2)
{
    /// <summary>X2 − X1; negative when the rectangle is reversed.</summary>
    public float Width => X2 - X1;

    /// <summary>Y2 − Y1; negative when the rectangle is reversed.</summary>
    public float Height => Y2 - Y1;

    /// <summary>The middle.</summary>
    public Vector2 Centre => new((X1 + X2) * 0.5f, (Y1 + Y2) * 0.5f);

    /// <summary>The area in square pixels; 0 when the rectangle is empty or reversed.</summary>
    public float Area => MathF.Max(0, Width) * MathF.Max(0, Height);

    /// <summary>The part held by both; one of zero area when there is none.</summary>
    /// <param name="other">The other rectangle.</param>
    public RectF Intersect(RectF other)
    {
        float x1 = MathF.Max(X1, other.X1);
        float y1 = MathF.Max(Y1, other.Y1);
        return new RectF(
            x1, y1, MathF.Max(x1, MathF.Min(X2, other.X2)), MathF.Max(y1, MathF.Min(Y2, other.Y2)));
    }

    /// <summary>The area held by both over the area held by either, in [0, 1]; 0 when both are empty.</summary>
    /// <param name="other">The other rectangle.</param>
    public float IntersectionOverUnion(RectF other)
    {
        float common = Intersect(other).Area;
        float either = Area + other.Area - common;
        return either > 0 ? common / either : 0;
    }

    /// <summary>Moves every side outwards by <paramref name="margin"/> pixels (inwards when negative).</summary>
    /// <param name="margin">Pixels.</param>
    public RectF Inflate(float margin) => new(X1 - margin, Y1 - margin, X2 + margin, Y2 + margin);

    /// <summary>The smallest rectangle that holds all points; all zero when there are none.</summary>
    /// <param name="points">Points in the same coordinates.</param>
    public static RectF Around(ReadOnlySpan<Vector2> points)
    {
        if (points.IsEmpty)
            return default;

        Vector2 low = points[0];
        Vector2 high = points[0];
        foreach (Vector2 point in points)
        {
            low = Vector2.Min(low, point);
            high = Vector2.Max(high, point);
        }

        return new RectF(low.X, low.Y, high.X, high.Y);
    }
}
