namespace FaceFusion.Fusion.Shape;

/// <summary>The Cholesky factor of a symmetric, positive definite matrix; solves in a fixed order, so the same bits everywhere.</summary>
internal sealed class CholeskyFactor
{
    // The lower triangle, row by row.
    private readonly double[][] _rows;

    /// <summary>Factorises.</summary>
    /// <param name="matrix">The matrix's lower triangle, row i of i + 1 entries or more; overwritten and kept.</param>
    /// <exception cref="ArgumentException">It is not positive definite.</exception>
    public CholeskyFactor(double[][] matrix)
    {
        _rows = matrix;
        for (int i = 0; i < matrix.Length; i++)
        {
            double[] row = matrix[i];
            for (int j = 0; j <= i; j++)
            {
                double rest = row[j];
                for (int k = 0; k < j; k++)
                    rest -= row[k] * matrix[j][k];
                if (j < i)
                    row[j] = rest / matrix[j][j];
                else if (rest > 0)
                    row[j] = Math.Sqrt(rest);
                else
                    throw new ArgumentException("A matrix that is not positive definite has no Cholesky factor.", nameof(matrix));
            }
        }
    }

    /// <summary>Solves in place.</summary>
    /// <param name="vector">The right-hand side; becomes the solution.</param>
    public void Solve(Span<double> vector)
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            double rest = vector[i];
            for (int k = 0; k < i; k++)
                rest -= _rows[i][k] * vector[k];
            vector[i] = rest / _rows[i][i];
        }

        for (int i = _rows.Length - 1; i >= 0; i--)
        {
            double rest = vector[i];
            for (int k = i + 1; k < _rows.Length; k++)
                rest -= _rows[k][i] * vector[k];
            vector[i] = rest / _rows[i][i];
        }
    }
}
