namespace FaceFusion.Kernels.Geometry;

/// <summary>A symmetric 3×3 matrix in double precision, a covariance for instance.</summary>
/// <param name="XX">First row, first column.</param>
/// <param name="XY">First row, second column.</param>
/// <param name="XZ">First row, third column.</param>
/// <param name="YY">Second row, second column.</param>
/// <param name="YZ">Second row, third column.</param>
/// <param name="ZZ">Third row, third column.</param>
public readonly record struct SymmetricMatrix3(double XX, double XY, double XZ, double YY, double YZ, double ZZ)
{
    /// <summary>The unit matrix.</summary>
    public static SymmetricMatrix3 Identity => new(1, 0, 0, 1, 0, 1);

    /// <summary>The sum of two.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static SymmetricMatrix3 operator +(SymmetricMatrix3 a, SymmetricMatrix3 b) =>
        new(a.XX + b.XX, a.XY + b.XY, a.XZ + b.XZ, a.YY + b.YY, a.YZ + b.YZ, a.ZZ + b.ZZ);

    /// <summary>A multiple.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="a">The matrix.</param>
    public static SymmetricMatrix3 operator *(double factor, SymmetricMatrix3 a) =>
        new(factor * a.XX, factor * a.XY, factor * a.XZ, factor * a.YY, factor * a.YZ, factor * a.ZZ);

    /// <summary>outer · this · outer, which is symmetric again.</summary>
    /// <param name="outer">A symmetric matrix.</param>
    public SymmetricMatrix3 Between(SymmetricMatrix3 outer)
    {
        (double X, double Y, double Z) x = Times(outer.XX, outer.XY, outer.XZ), y = Times(outer.XY, outer.YY, outer.YZ), z = Times(outer.XZ, outer.YZ, outer.ZZ);
        return new SymmetricMatrix3(
            outer.XX * x.X + outer.XY * x.Y + outer.XZ * x.Z,
            outer.XX * y.X + outer.XY * y.Y + outer.XZ * y.Z,
            outer.XX * z.X + outer.XY * z.Y + outer.XZ * z.Z,
            outer.XY * y.X + outer.YY * y.Y + outer.YZ * y.Z,
            outer.XY * z.X + outer.YY * z.Y + outer.YZ * z.Z,
            outer.XZ * z.X + outer.YZ * z.Y + outer.ZZ * z.Z);
    }

    /// <summary>
    /// The square root of a matrix whose eigenvalues are all at least 0 (smaller ones, which rounding makes, count as
    /// 0).
    /// </summary>
    public SymmetricMatrix3 SquareRoot() => Map(static value => Math.Sqrt(Math.Max(value, 0)));

    /// <summary>The inverse of <see cref="SquareRoot"/>; directions without extent stay without.</summary>
    public SymmetricMatrix3 InverseSquareRoot() => Map(static value => value > 0 ? 1 / Math.Sqrt(value) : 0);

    private (double X, double Y, double Z) Times(double x, double y, double z) =>
        (XX * x + XY * y + XZ * z, XY * x + YY * y + YZ * z, XZ * x + YZ * y + ZZ * z);

    // The matrix with the same eigenvectors and other eigenvalues.
    private SymmetricMatrix3 Map(Func<double, double> function)
    {
        Span<double> matrix = [XX, XY, XZ, XY, YY, YZ, XZ, YZ, ZZ], basis = stackalloc double[9];
        SymmetricEigen.Decompose(matrix, basis);
        SymmetricMatrix3 sum = default;
        for (int i = 0; i < 3; i++)
        {
            double x = basis[i], y = basis[3 + i], z = basis[6 + i];
            sum += function(matrix[4 * i]) * new SymmetricMatrix3(x * x, x * y, x * z, y * y, y * z, z * z);
        }

        return sum;
    }
}
