namespace FaceFusion.Kernels.Geometry;

/// <summary>
/// A half-open rectangle of whole pixels in raster order (y down): it holds the pixels X1 ≤ x &lt; X2, Y1 ≤ y &lt; Y2.
/// Coordinates stay within ±2²⁹, so that sizes and inflated rectangles never overflow.
/// </summary>
/// <param name="X1">First column.</param>
/// <param name="Y1">First row.</param>
/// <param name="X2">One past the last column.</param>
/// <param name="Y2">One past the last row.</param>
public readonly record struct RectI(int X1, int Y1, int X2, int Y2)
{
    private const int Limit = 1 << 29;

    /// <summary>The rectangle that holds no pixel.</summary>
    public static RectI Empty => default;

    /// <summary>Columns held; 0 when the rectangle is empty or reversed.</summary>
    public int Width => Math.Max(0, X2 - X1);

    /// <summary>Rows held; 0 when the rectangle is empty or reversed.</summary>
    public int Height => Math.Max(0, Y2 - Y1);

    /// <summary>Whether no pixel is held.</summary>
    public bool IsEmpty => X2 <= X1 || Y2 <= Y1;

    /// <summary>The rectangle of an image of this size, from (0, 0).</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public static RectI FromSize(int width, int height) => new(0, 0, width, height);

    /// <summary>The smallest rectangle of whole pixels that covers a continuous one; rounds outwards.</summary>
    /// <param name="bounds">Continuous bounds; a not-a-number coordinate gives <see cref="Empty"/>.</param>
    public static RectI FromBounds(RectF bounds)
    {
        if (!(bounds.X2 > bounds.X1 && bounds.Y2 > bounds.Y1))
            return Empty;

        return new RectI(
            Saturate(Math.Floor(bounds.X1)), Saturate(Math.Floor(bounds.Y1)),
            Saturate(Math.Ceiling(bounds.X2)), Saturate(Math.Ceiling(bounds.Y2)));
    }

    /// <summary>The pixels held by both; <see cref="Empty"/> when there are none.</summary>
    /// <param name="other">The other rectangle.</param>
    public RectI Intersect(RectI other)
    {
        var common = new RectI(
            Math.Max(X1, other.X1), Math.Max(Y1, other.Y1), Math.Min(X2, other.X2), Math.Min(Y2, other.Y2));
        return common.IsEmpty ? Empty : common;
    }

    /// <summary>The smallest rectangle that holds both; an empty one adds nothing.</summary>
    /// <param name="other">The other rectangle.</param>
    public RectI Union(RectI other)
    {
        if (IsEmpty)
            return other.IsEmpty ? Empty : other;
        if (other.IsEmpty)
            return this;

        return new RectI(
            Math.Min(X1, other.X1), Math.Min(Y1, other.Y1), Math.Max(X2, other.X2), Math.Max(Y2, other.Y2));
    }

    /// <summary>Moves every side outwards by <paramref name="margin"/> pixels (inwards when negative).</summary>
    /// <param name="margin">Pixels.</param>
    public RectI Inflate(int margin)
    {
        if (IsEmpty)
            return Empty;

        var grown = new RectI(X1 - margin, Y1 - margin, X2 + margin, Y2 + margin);
        return grown.IsEmpty ? Empty : grown;
    }

    /// <summary>The same rectangle moved by (<paramref name="dx"/>, <paramref name="dy"/>) pixels.</summary>
    /// <param name="dx">Columns to the right.</param>
    /// <param name="dy">Rows down.</param>
    public RectI Offset(int dx, int dy) => new(X1 + dx, Y1 + dy, X2 + dx, Y2 + dy);

    /// <summary>Whether the pixel (<paramref name="x"/>, <paramref name="y"/>) is held.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public bool Contains(int x, int y) => x >= X1 && x < X2 && y >= Y1 && y < Y2;

    /// <summary>Whether every pixel of <paramref name="other"/> is held; an empty one always is.</summary>
    /// <param name="other">The other rectangle.</param>
    public bool Contains(RectI other) =>
        other.IsEmpty || (other.X1 >= X1 && other.X2 <= X2 && other.Y1 >= Y1 && other.Y2 <= Y2);

    /// <summary>The same rectangle in continuous coordinates.</summary>
    public RectF ToRectF() => new(X1, Y1, X2, Y2);

    private static int Saturate(double value) => (int)Math.Clamp(value, -Limit, Limit);
}
