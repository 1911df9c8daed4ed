using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Alignment;

/// <summary>
/// Least-squares similarity (rotation, uniform scale, translation; never a reflection) between two sets of points in
/// the plane.
/// </summary>
/// <remarks>
/// Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point patterns", IEEE TPAMI
/// 13(4), 1991. In the plane the solution without reflection has the closed form used here:
/// a = Σ p·q / Σ|p|², b = Σ (p×q) / Σ|p|² over centred points. No RANSAC: the same points give the same map at every
/// crop size and on every frame.
/// </remarks>
public static class SimilarityFit
{
    /// <summary>The similarity that takes <paramref name="from"/> nearest to <paramref name="to"/>.</summary>
    /// <param name="from">At least two points, not all equal.</param>
    /// <param name="to">As many points; the sum of squared distances is least among these.</param>
    /// <exception cref="ArgumentException">The numbers of points differ or are below two, or all of <paramref name="from"/> coincide.</exception>
    public static Affine2D Solve(ReadOnlySpan<Vector2> from, ReadOnlySpan<Vector2> to)
    {
        if (from.Length != to.Length || from.Length < 2)
            throw new ArgumentException($"A similarity needs two equally long lists of two or more points, not {from.Length} and {to.Length}.", nameof(from));

        (double fromX, double fromY) = Mean(from);
        (double toX, double toY) = Mean(to);
        double dot = 0, cross = 0, norm = 0;
        for (int i = 0; i < from.Length; i++)
        {
            double px = from[i].X - fromX, py = from[i].Y - fromY;
            double qx = to[i].X - toX, qy = to[i].Y - toY;
            dot += px * qx + py * qy;
            cross += px * qy - py * qx;
            norm += px * px + py * py;
        }

        if (!(norm > 0))
            throw new ArgumentException("A similarity cannot be fitted to points that all coincide.", nameof(from));

        double a = dot / norm, b = cross / norm;
        return new Affine2D(a, -b, toX - a * fromX + b * fromY, b, a, toY - b * fromX - a * fromY);
    }

    private static (double X, double Y) Mean(ReadOnlySpan<Vector2> points)
    {
        double x = 0, y = 0;
        foreach (Vector2 point in points)
        {
            x += point.X;
            y += point.Y;
        }

        return (x / points.Length, y / points.Length);
    }
}
