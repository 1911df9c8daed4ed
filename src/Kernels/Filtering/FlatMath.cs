using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Runs of floats, element by element, so that the vectors' width changes no bit.</summary>
internal static unsafe class FlatMath
{
    /// <summary>destination = source·weight.</summary>
    public static void Scale(float* source, float weight, float* destination, nint count)
    {
        nint i = 0;
        for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.Load(source + i) * weight).Store(destination + i);
        for (; i < count; i++)
            destination[i] = source[i] * weight;
    }

    /// <summary>destination += source·weight.</summary>
    public static void AddScaled(float* source, float weight, float* destination, nint count)
    {
        nint i = 0;
        for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
            (Vector256.Load(destination + i) + (Vector256.Load(source + i) * weight)).Store(destination + i);
        for (; i < count; i++)
            destination[i] += source[i] * weight;
    }

    /// <summary>destination = centre·weights[0] + Σₖ (before[k] + after[k])·weights[k], k = 1 … radius.</summary>
    /// <param name="rows">2·radius + 1 rows, the centre in the middle.</param>
    /// <param name="radius">Rows on either side.</param>
    /// <param name="weights">radius + 1 weights, the centre's first.</param>
    /// <param name="destination">The result.</param>
    /// <param name="count">Floats of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FoldSymmetric(float** rows, int radius, float* weights, float* destination, nint count)
    {
        float** centre = rows + radius;
        nint i = 0;
        for (; i <= count - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Vector256<float> sum = Vector256.Load(centre[0] + i) * weights[0];
            for (int k = 1; k <= radius; k++)
                sum += (Vector256.Load(centre[-k] + i) + Vector256.Load(centre[k] + i)) * weights[k];
            sum.Store(destination + i);
        }

        for (; i < count; i++)
        {
            float sum = centre[0][i] * weights[0];
            for (int k = 1; k <= radius; k++)
                sum += (centre[-k][i] + centre[k][i]) * weights[k];
            destination[i] = sum;
        }
    }
}
