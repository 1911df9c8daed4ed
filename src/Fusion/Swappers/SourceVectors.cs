namespace FaceFusion.Fusion.Swappers;

/// <summary>Arithmetic of identity vectors, summed in double precision and in a fixed order.</summary>
internal static class SourceVectors
{
    /// <summary>A vector's Euclidean length.</summary>
    /// <param name="vector">Finite values.</param>
    public static double LengthOf(ReadOnlySpan<float> vector)
    {
        double square = 0;
        foreach (float value in vector)
            square += (double)value * value;
        return Math.Sqrt(square);
    }

    /// <summary>The vector of the same direction and another length; as it is when it has no direction.</summary>
    /// <param name="vector">Finite values.</param>
    /// <param name="length">The length.</param>
    public static float[] OfLength(ReadOnlySpan<float> vector, double length)
    {
        double own = LengthOf(vector), factor = own > 0 ? length / own : 1;
        float[] scaled = new float[vector.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = (float)(vector[i] * factor);
        return scaled;
    }

    /// <summary>A row vector times a matrix.</summary>
    /// <param name="row">The vector, as long as the matrix has rows.</param>
    /// <param name="matrix">Row after row.</param>
    public static float[] Multiply(ReadOnlySpan<float> row, ReadOnlySpan<float> matrix)
    {
        int columns = matrix.Length / row.Length;
        double[] sums = new double[columns];
        for (int i = 0; i < row.Length; i++)
        {
            ReadOnlySpan<float> line = matrix.Slice(i * columns, columns);
            for (int k = 0; k < columns; k++)
                sums[k] += (double)row[i] * line[k];
        }

        return Array.ConvertAll(sums, static sum => (float)sum);
    }
}
