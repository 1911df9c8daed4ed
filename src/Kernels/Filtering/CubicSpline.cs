using System.Numerics;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// The uniform cubic B-spline: positive, radius 2. At any phase its samples one apart add up to 1 and have a variance
/// of ⅓ about their place.
/// </summary>
internal static class CubicSpline
{
    /// <summary>Its variance, in squared knot distances.</summary>
    public const double Variance = 1.0 / 3;

    /// <summary>Its value at a distance.</summary>
    public static double Value(double distance)
    {
        double d = Math.Abs(distance);
        double far = 2 - d;
        return d >= 2 ? 0 : d >= 1 ? far * far * far / 6 : ((d * d * ((3 * d) - 6)) + 4) / 6;
    }

    /// <summary>Its values at the four knots around a place, <paramref name="t"/> in [0, 1) after the second.</summary>
    public static Vector4 Weights(double t) =>
        new((float)Value(1 + t), (float)Value(t), (float)Value(1 - t), (float)Value(2 - t));
}
