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

    /// <summary>destination = Σₖ rows[k]·weights[k], added up from the first to the last, each product unrounded.</summary>
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
                a = Vector256.FusedMultiplyAdd(Vector256.Load(row), weight, a);
                b = Vector256.FusedMultiplyAdd(Vector256.Load(row + Lanes), weight, b);
                c = Vector256.FusedMultiplyAdd(Vector256.Load(row + (2 * Lanes)), weight, c);
                d = Vector256.FusedMultiplyAdd(Vector256.Load(row + (3 * Lanes)), weight, d);
            }

            a.Store(destination + i);
            b.Store(destination + i + Lanes);
            c.Store(destination + i + (2 * Lanes));
            d.Store(destination + i + (3 * Lanes));
        }

        for (; i < count && count >= Lanes; i += Lanes)
        {
            // The last vector may hold some of the one before once more.
            i = nint.Min(i, count - Lanes);
            Vector256<float> sum = Vector256<float>.Zero;
            for (int k = 0; k < terms; k++)
                sum = Vector256.FusedMultiplyAdd(Vector256.Load(rows[k] + i), Vector256.Create(weights[k]), sum);
            sum.Store(destination + i);
        }

        for (; i < count; i++)
        {
            float sum = 0;
            for (int k = 0; k < terms; k++)
                sum = MathF.FusedMultiplyAdd(rows[k][i], weights[k], sum);
            destination[i] = sum;
        }
    }

    /// <summary>
    /// destination = middle·weights[0] + Σₖ (before[−k] + after[k])·weights[k], k from 1 to the radius: <see cref="Fold"/> by a
    /// symmetric filter, whose rows are added in pairs.
    /// </summary>
    /// <param name="rows">The middle one of 2·radius + 1 rows; none is the destination.</param>
    /// <param name="weights">The middle one's weight, then those of the rows beside it.</param>
    /// <param name="radius">Rows on either side, at least 0.</param>
    /// <param name="destination">The result.</param>
    /// <param name="count">Floats of a row.</param>
    public static void FoldPairs(float** rows, float* weights, int radius, float* destination, nint count)
    {
        nint i = 0;
        for (; i <= count - Block; i += Block)
        {
            float* middle = rows[0] + i;
            Vector256<float> weight = Vector256.Create(weights[0]);
            Vector256<float> a = Vector256.Load(middle) * weight, b = Vector256.Load(middle + Lanes) * weight;
            Vector256<float> c = Vector256.Load(middle + (2 * Lanes)) * weight, d = Vector256.Load(middle + (3 * Lanes)) * weight;
            for (int k = 1; k <= radius; k++)
            {
                float* before = rows[-k] + i, after = rows[k] + i;
                weight = Vector256.Create(weights[k]);
                a = Vector256.FusedMultiplyAdd(Vector256.Load(before) + Vector256.Load(after), weight, a);
                b = Vector256.FusedMultiplyAdd(Vector256.Load(before + Lanes) + Vector256.Load(after + Lanes), weight, b);
                c = Vector256.FusedMultiplyAdd(Vector256.Load(before + (2 * Lanes)) + Vector256.Load(after + (2 * Lanes)), weight, c);
                d = Vector256.FusedMultiplyAdd(Vector256.Load(before + (3 * Lanes)) + Vector256.Load(after + (3 * Lanes)), weight, d);
            }

            a.Store(destination + i);
            b.Store(destination + i + Lanes);
            c.Store(destination + i + (2 * Lanes));
            d.Store(destination + i + (3 * Lanes));
        }

        for (; i < count && count >= Lanes; i += Lanes)
        {
            i = nint.Min(i, count - Lanes);
            Vector256<float> sum = Vector256.Load(rows[0] + i) * Vector256.Create(weights[0]);
            for (int k = 1; k <= radius; k++)
                sum = Vector256.FusedMultiplyAdd(Vector256.Load(rows[-k] + i) + Vector256.Load(rows[k] + i), Vector256.Create(weights[k]), sum);
            sum.Store(destination + i);
        }

        for (; i < count; i++)
        {
            float sum = rows[0][i] * weights[0];
            for (int k = 1; k <= radius; k++)
                sum = MathF.FusedMultiplyAdd(rows[-k][i] + rows[k][i], weights[k], sum);
            destination[i] = sum;
        }
    }
}
