using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Light;

/// <summary>
/// Spherical harmonics up to the second order over the directions in which the mean face's surface looks, fitted to values at
/// the 468 points by weighted least squares. In double precision and a fixed order.
/// </summary>
internal static class LightHarmonics
{
    private const int Terms = 9;

    // The share of the weights that keeps the fit near a constant where the points seen look in few directions.
    private const double Ridge = 0.01;

    // Nine values a point, without the constants that only scale the coefficients.
    private static readonly double[] Basis = MakeBasis();

    /// <summary>Fits harmonics to values and evaluates them, divided by their mean: light around 1.</summary>
    /// <param name="values">A value a point, above 0.</param>
    /// <param name="weights">How far each is known, at least 0.</param>
    /// <param name="light">Receives the fit at each point; 1 where nothing is known. May be <paramref name="values"/>.</param>
    public static void Fit(ReadOnlySpan<float> values, ReadOnlySpan<float> weights, Span<float> light)
    {
        Span<double> normal = stackalloc double[Terms * Terms], coefficients = stackalloc double[Terms];
        normal.Clear();
        coefficients.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<double> basis = Basis.AsSpan(Terms * i, Terms);
            for (int row = 0; row < Terms; row++)
            {
                double weighted = weights[i] * basis[row];
                coefficients[row] += weighted * values[i];
                for (int column = 0; column <= row; column++)
                    normal[Terms * row + column] += weighted * basis[column];
            }
        }

        double total = normal[0];
        if (!(total > 0))
        {
            light.Fill(1);
            return;
        }

        double mean = coefficients[0] / total;
        for (int row = 1; row < Terms; row++)
            normal[Terms * row + row] += Ridge * total;
        Factorise(normal);
        Solve(normal, coefficients);
        for (int i = 0; i < light.Length; i++)
        {
            double sum = 0;
            for (int row = 0; row < Terms; row++)
                sum += coefficients[row] * Basis[Terms * i + row];
            light[i] = (float)(sum / mean);
        }
    }

    // Cholesky's factor in place of the lower triangle, row by row.
    private static void Factorise(Span<double> matrix)
    {
        for (int row = 0; row < Terms; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double rest = matrix[Terms * row + column];
                for (int k = 0; k < column; k++)
                    rest -= matrix[Terms * row + k] * matrix[Terms * column + k];
                matrix[Terms * row + column] = column < row ? rest / matrix[Terms * column + column] : Math.Sqrt(rest);
            }
        }
    }

    private static void Solve(ReadOnlySpan<double> factor, Span<double> side)
    {
        for (int row = 0; row < Terms; row++)
        {
            for (int k = 0; k < row; k++)
                side[row] -= factor[Terms * row + k] * side[k];
            side[row] /= factor[Terms * row + row];
        }

        for (int row = Terms - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < Terms; k++)
                side[row] -= factor[Terms * k + row] * side[k];
            side[row] /= factor[Terms * row + row];
        }
    }

    private static double[] MakeBasis()
    {
        Vector3[] normals = FaceSurface.Normals(CanonicalFace.Points[..FaceMeshIndices.SurfaceCount]);
        double[] basis = new double[Terms * normals.Length];
        for (int i = 0; i < normals.Length; i++)
        {
            double x = normals[i].X, y = normals[i].Y, z = normals[i].Z;
            double[] terms = [1, x, y, z, x * y, y * z, x * z, x * x - y * y, 3 * z * z - 1];
            terms.CopyTo(basis, Terms * i);
        }

        return basis;
    }
}
