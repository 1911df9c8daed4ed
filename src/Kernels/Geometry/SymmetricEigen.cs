namespace FaceFusion.Kernels.Geometry;

/// <summary>Eigenvectors of small symmetric matrices by cyclic Jacobi rotations: exact order, so the same bits everywhere.</summary>
public static class SymmetricEigen
{
    // Cyclic Jacobi converges quadratically; a 4×4 matrix is at rounding error after six or seven sweeps.
    private const int MaximumSweeps = 32;

    /// <summary>The unit eigenvector of the largest eigenvalue.</summary>
    /// <param name="matrix">A symmetric n×n matrix by rows; destroyed.</param>
    /// <param name="vector">Receives n entries.</param>
    public static void Largest(Span<double> matrix, Span<double> vector)
    {
        int n = vector.Length;
        Span<double> basis = stackalloc double[n * n];
        Decompose(matrix, basis);
        int best = 0;
        for (int i = 1; i < n; i++)
        {
            if (matrix[i * n + i] > matrix[best * n + best])
                best = i;
        }

        for (int i = 0; i < n; i++)
            vector[i] = basis[i * n + best];
    }

    /// <summary>All eigenvalues and unit eigenvectors, in no order.</summary>
    /// <param name="matrix">A symmetric n×n matrix by rows; left with the eigenvalues on its diagonal.</param>
    /// <param name="basis">Receives n×n entries by rows: column i is the eigenvector of the i-th eigenvalue.</param>
    public static void Decompose(Span<double> matrix, Span<double> basis)
    {
        int n = (int)Math.Sqrt(matrix.Length);
        basis.Clear();
        for (int i = 0; i < n; i++)
            basis[i * n + i] = 1;

        for (int sweep = 0; sweep < MaximumSweeps && OffDiagonal(matrix, n) > 0; sweep++)
        {
            for (int p = 0; p < n - 1; p++)
            {
                for (int q = p + 1; q < n; q++)
                    Rotate(matrix, basis, n, p, q);
            }
        }
    }

    private static double OffDiagonal(ReadOnlySpan<double> matrix, int n)
    {
        double sum = 0, diagonal = 0;
        for (int i = 0; i < n; i++)
        {
            diagonal += matrix[i * n + i] * matrix[i * n + i];
            for (int j = i + 1; j < n; j++)
                sum += matrix[i * n + j] * matrix[i * n + j];
        }

        return sum <= 1e-30 * diagonal ? 0 : sum;
    }

    private static void Rotate(Span<double> matrix, Span<double> basis, int n, int p, int q)
    {
        double off = matrix[p * n + q];
        if (off == 0)
            return;

        double theta = (matrix[q * n + q] - matrix[p * n + p]) / (2 * off);
        double t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        double c = 1 / Math.Sqrt(t * t + 1), s = t * c;
        for (int k = 0; k < n; k++)
        {
            double kp = matrix[k * n + p], kq = matrix[k * n + q];
            matrix[k * n + p] = c * kp - s * kq;
            matrix[k * n + q] = s * kp + c * kq;
        }

        for (int k = 0; k < n; k++)
        {
            double pk = matrix[p * n + k], qk = matrix[q * n + k];
            matrix[p * n + k] = c * pk - s * qk;
            matrix[q * n + k] = s * pk + c * qk;
            double bp = basis[k * n + p], bq = basis[k * n + q];
            basis[k * n + p] = c * bp - s * bq;
            basis[k * n + q] = s * bp + c * bq;
        }
    }
}
