using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Runs of floats, element by element and in one order, so that the vectors' width changes no bit.</summary>
internal static unsafe class FlatMath
{
    private const int Lanes = 8;
    private const int Block = 4 * Lanes;

    /// <summary>destination = source·weight.</summary>
    public static void Scale(float* source, float weight, float* destination, nint count)
    {
        nint i = 0;
        for (; i <= count - Lanes; i += Lanes)
            (Vector256.Load(source + i) * weight).Store(destination + i);
        for (; i < count; i++)
            destination[i] = source[i] * weight;
    }

    /// <summary>destination += source·weight.</summary>
    public static void AddScaled(float* source, float weight, float* destination, nint count)
    {
        nint i = 0;
        for (; i <= count - Lanes; i += Lanes)
            (Vector256.Load(destination + i) + (Vector256.Load(source + i) * weight)).Store(destination + i);
        for (; i < count; i++)
            destination[i] += source[i] * weight;
    }

    /// <summary>destination = Σₖ rows[k]·weights[k], added up from the first to the last.</summary>
    /// <param name="rows">The rows; none is the destination.</param>
    /// <param name="weights">A weight a row.</param>
    /// <param name="terms">Rows, at least 0.</param>
    /// <param name="destination">The result.</param>
    /// <param name="count">Floats of a row.</param>
    public static void Fold(float** rows, float* weights, int terms, float* destination, nint count)
    {
        nint i = 0;
        for (; i <= count - Block; i += Block)
        {
            Vector256<float> a = Vector256<float>.Zero, b = a, c = a, d = a;
            for (int k = 0; k < terms; k++)
            {
                float* row = rows[k] + i;
                Vector256<float> weight = Vector256.Create(weights[k]);
                a += Vector256.Load(row) * weight;
                b += Vector256.Load(row + Lanes) * weight;
                c += Vector256.Load(row + (2 * Lanes)) * weight;
                d += Vector256.Load(row + (3 * Lanes)) * weight;
            }

            a.Store(destination + i);
            b.Store(destination + i + Lanes);
            c.Store(destination + i + (2 * Lanes));
            d.Store(destination + i + (3 * Lanes));
        }

        for (; i < count; i++)
        {
            float sum = 0;
            for (int k = 0; k < terms; k++)
                sum += rows[k][i] * weights[k];
            destination[i] = sum;
        }
    }
}
