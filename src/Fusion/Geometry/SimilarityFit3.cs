using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Geometry;

/// <summary>
/// The weighted least-squares similarity between two sets of points in space (the Kabsch problem with scale), in
/// double precision.
/// </summary>
/// <remarks>
/// Source: B. K. P. Horn, "Closed-form solution of absolute orientation using unit quaternions", JOSA A 4(4), 1987.
/// The best rotation is the eigenvector of the largest eigenvalue of a symmetric 4×4 matrix; being a quaternion it
/// can never be a reflection. The scale is Σ w q·Rp / Σ w |p|², which makes the error least among the target points.
/// </remarks>
public static class SimilarityFit3
{
    /// <summary>The similarity that takes <paramref name="from"/> nearest to <paramref name="to"/>.</summary>
    /// <param name="from">At least three points that are not all on one line.</param>
    /// <param name="to">As many points.</param>
    /// <param name="weights">As many weights, none negative, their sum above 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, the weights vanish or all weighted points coincide.</exception>
    public static Similarity3 Solve(ReadOnlySpan<Vector3> from, ReadOnlySpan<Vector3> to, ReadOnlySpan<float> weights)
    {
        if (from.Length != to.Length || from.Length != weights.Length || from.Length < 3)
            throw new ArgumentException($"A similarity needs three equally long lists of three or more entries, not {from.Length}, {to.Length} and {weights.Length}.", nameof(from));

        Double3 fromMean = WeightedMean(from, weights), toMean = WeightedMean(to, weights);
        double xx = 0, xy = 0, xz = 0, yx = 0, yy = 0, yz = 0, zx = 0, zy = 0, zz = 0, norm = 0;
        for (int i = 0; i < from.Length; i++)
        {
            double w = weights[i];
            double px = from[i].X - fromMean.X, py = from[i].Y - fromMean.Y, pz = from[i].Z - fromMean.Z;
            double qx = to[i].X - toMean.X, qy = to[i].Y - toMean.Y, qz = to[i].Z - toMean.Z;
            xx += w * px * qx;
            xy += w * px * qy;
            xz += w * px * qz;
            yx += w * py * qx;
            yy += w * py * qy;
            yz += w * py * qz;
            zx += w * pz * qx;
            zy += w * pz * qy;
            zz += w * pz * qz;
            norm += w * (px * px + py * py + pz * pz);
        }

        if (!(norm > 0))
            throw new ArgumentException("A similarity cannot be fitted to points that all coincide.", nameof(from));

        Span<double> horn =
        [
            xx + yy + zz, yz - zy, zx - xz, xy - yx,
            yz - zy, xx - yy - zz, xy + yx, zx + xz,
            zx - xz, xy + yx, -xx + yy - zz, yz + zy,
            xy - yx, zx + xz, yz + zy, -xx - yy + zz,
        ];
        Span<double> quaternion = stackalloc double[4];
        SymmetricEigen.Largest(horn, quaternion);
        Rotation3 rotation = Rotation3.FromQuaternion(quaternion[0], quaternion[1], quaternion[2], quaternion[3]);

        // Σ w q·Rp = trace(Rᵀ Σ w q pᵀ)
        double dot = rotation.M11 * xx + rotation.M12 * yx + rotation.M13 * zx
            + rotation.M21 * xy + rotation.M22 * yy + rotation.M23 * zy
            + rotation.M31 * xz + rotation.M32 * yz + rotation.M33 * zz;
        double scale = dot / norm;
        Double3 turned = rotation.Apply(fromMean);
        return new Similarity3(scale, rotation, new Double3(
            toMean.X - scale * turned.X, toMean.Y - scale * turned.Y, toMean.Z - scale * turned.Z));
    }

    private static Double3 WeightedMean(ReadOnlySpan<Vector3> points, ReadOnlySpan<float> weights)
    {
        double x = 0, y = 0, z = 0, sum = 0;
        for (int i = 0; i < points.Length; i++)
        {
            double w = weights[i];
            x += w * points[i].X;
            y += w * points[i].Y;
            z += w * points[i].Z;
            sum += w;
        }

        if (!(sum > 0))
            throw new ArgumentException("A weighted fit needs weights whose sum is above 0.", nameof(weights));
        return new Double3(x / sum, y / sum, z / sum);
    }
}
