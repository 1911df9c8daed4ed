using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Tells numbers from what isn't any.</summary>
public static unsafe class FiniteValues
{
    // The bits of magnitudes are in the same order as these; infinity comes after all numbers, and NaN after infinity.
    private const int Magnitude = 0x7FFF_FFFF;
    private const int Infinity = 0x7F80_0000;

    /// <summary>Whether all values are finite.</summary>
    /// <param name="values">The values.</param>
    public static bool All(ReadOnlySpan<float> values)
    {
        Vector256<int> mask = Vector256.Create(Magnitude), most = Vector256<int>.Zero, most2 = most;
        int i = 0;
        fixed (float* first = values)
        {
            for (int* bits = (int*)first; i <= values.Length - (2 * Vector256<int>.Count); i += 2 * Vector256<int>.Count)
            {
                most = Vector256.Max(most, Vector256.Load(bits + i) & mask);
                most2 = Vector256.Max(most2, Vector256.Load(bits + i + Vector256<int>.Count) & mask);
            }
        }

        bool all = Vector256.LessThanAll(Vector256.Max(most, most2), Vector256.Create(Infinity));
        for (; i < values.Length; i++)
            all &= float.IsFinite(values[i]);
        return all;
    }
}
