using MathNet.Numerics.LinearAlgebra;

namespace FaceFusion.Basis;

/// <summary>Principal components of displacements in a metric that weighs each coordinate by its deviation.</summary>
internal static class PrincipalComponents
{
    /// <summary>
    /// The components of the second moment Σ x·xᵀ, the strongest first, each as the displacement of one standard
    /// deviation; orthogonal after division by the deviations.
    /// </summary>
    /// <param name="samples">Displacements, each already multiplied by the root of its weight.</param>
    /// <param name="deviations">What one unit of length is worth in each coordinate.</param>
    /// <param name="count">How many.</param>
    public static double[][] Of(IReadOnlyList<double[]> samples, double[] deviations, int count)
    {
        Matrix<double> x = Matrix<double>.Build.Dense(samples.Count, Coordinates.Count, (row, column) => samples[row][column] / deviations[column]);
        MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> gram = x.TransposeAndMultiply(x).Evd(Symmetricity.Symmetric);
        double[][] components = new double[Math.Min(count, samples.Count)][];
        for (int i = 0; i < components.Length; i++)
        {
            Vector<double> component = x.TransposeThisAndMultiply(gram.EigenVectors.Column(samples.Count - 1 - i));
            components[i] = [.. component.Select((value, column) => value * deviations[column])];
        }

        return components;
    }
}
