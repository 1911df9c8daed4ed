using System.Numerics;

namespace FaceFusion.Kernels.Geometry;

/// <summary>
/// An affine map of the plane in double precision:
/// x' = Xx·x + Xy·y + Tx and y' = Yx·x + Yy·y + Ty, on continuous raster coordinates.
/// </summary>
/// <param name="Xx">x's share in x'.</param>
/// <param name="Xy">y's share in x'.</param>
/// <param name="Tx">Translation of x'.</param>
/// <param name="Yx">x's share in y'.</param>
/// <param name="Yy">y's share in y'.</param>
/// <param name="Ty">Translation of y'.</param>
public readonly record struct Affine2D(double Xx, double Xy, double Tx, double Yx, double Yy, double Ty)
{
    /// <summary>The map that moves nothing.</summary>
    public static Affine2D Identity => new(1, 0, 0, 0, 1, 0);

    /// <summary>Xx·Yy − Xy·Yx: the signed factor by which areas grow.</summary>
    public double Determinant => (Xx * Yy) - (Xy * Yx);

    /// <summary>The factor by which lengths grow on average: √|determinant|; exact for a similarity.</summary>
    public double Scale => Math.Sqrt(Math.Abs(Determinant));

    /// <summary>Whether all six numbers are finite.</summary>
    public bool IsFinite =>
        double.IsFinite(Xx) && double.IsFinite(Xy) && double.IsFinite(Tx)
        && double.IsFinite(Yx) && double.IsFinite(Yy) && double.IsFinite(Ty);

    /// <summary>Scales by <paramref name="scale"/>, turns by <paramref name="radians"/> (x towards y), then moves.</summary>
    /// <param name="scale">Factor on lengths.</param>
    /// <param name="radians">Angle; with y down a positive one turns clockwise as seen.</param>
    /// <param name="tx">Translation of x, pixels.</param>
    /// <param name="ty">Translation of y, pixels.</param>
    public static Affine2D Similarity(double scale, double radians, double tx, double ty)
    {
        double c = scale * Math.Cos(radians);
        double s = scale * Math.Sin(radians);
        return new Affine2D(c, -s, tx, s, c, ty);
    }

    /// <summary>The map that moves by (<paramref name="tx"/>, <paramref name="ty"/>).</summary>
    /// <param name="tx">Pixels to the right.</param>
    /// <param name="ty">Pixels down.</param>
    public static Affine2D Translation(double tx, double ty) => new(1, 0, tx, 0, 1, ty);

    /// <summary>The map that scales the axes about the origin.</summary>
    /// <param name="sx">Factor on x.</param>
    /// <param name="sy">Factor on y.</param>
    public static Affine2D Scaling(double sx, double sy) => new(sx, 0, 0, 0, sy, 0);

    /// <summary>Maps a point, computed in double precision and rounded once.</summary>
    /// <param name="point">Continuous coordinates.</param>
    public Vector2 Apply(Vector2 point)
    {
        (double x, double y) = Apply(point.X, point.Y);
        return new Vector2((float)x, (float)y);
    }

    /// <summary>Maps a point in double precision.</summary>
    /// <param name="x">Continuous column.</param>
    /// <param name="y">Continuous row.</param>
    public (double X, double Y) Apply(double x, double y) => ((Xx * x) + (Xy * y) + Tx, (Yx * x) + (Yy * y) + Ty);

    /// <summary>The map that does this one first and <paramref name="next"/> second.</summary>
    /// <param name="next">The second map.</param>
    public Affine2D Then(Affine2D next) => new(
        (next.Xx * Xx) + (next.Xy * Yx), (next.Xx * Xy) + (next.Xy * Yy), (next.Xx * Tx) + (next.Xy * Ty) + next.Tx,
        (next.Yx * Xx) + (next.Yy * Yx), (next.Yx * Xy) + (next.Yy * Yy), (next.Yx * Tx) + (next.Yy * Ty) + next.Ty);

    /// <summary>The map that undoes this one.</summary>
    /// <exception cref="InvalidOperationException">The map is singular: it flattens the plane.</exception>
    public Affine2D Invert() => TryInvert(out Affine2D inverse)
        ? inverse
        : throw new InvalidOperationException($"The affine map {this} is singular; give one that keeps areas above zero.");

    /// <summary>Finds the map that undoes this one.</summary>
    /// <param name="inverse">The inverse, or the identity when there is none.</param>
    /// <returns>Whether there is one: the determinant is neither zero, denormal nor unrepresentable.</returns>
    public bool TryInvert(out Affine2D inverse)
    {
        double factor = 1 / Determinant;
        var found = new Affine2D(
            Yy * factor, -Xy * factor, ((Xy * Ty) - (Yy * Tx)) * factor,
            -Yx * factor, Xx * factor, ((Yx * Tx) - (Xx * Ty)) * factor);
        bool regular = double.IsFinite(factor) && found.IsFinite && factor != 0;
        inverse = regular ? found : Identity;
        return regular;
    }

    /// <summary>The bounds of a mapped rectangle.</summary>
    /// <param name="rectangle">Rectangle in this map's source coordinates.</param>
    public RectF Bounds(RectF rectangle) => RectF.Around(
    [
        Apply(new Vector2(rectangle.X1, rectangle.Y1)), Apply(new Vector2(rectangle.X2, rectangle.Y1)),
        Apply(new Vector2(rectangle.X1, rectangle.Y2)), Apply(new Vector2(rectangle.X2, rectangle.Y2)),
    ]);
}
