using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Tells numbers from what isn't any.</summary>
public static class FiniteValues
{
    /// <summary>Whether all values are finite.</summary>
    /// <param name="values">The values.</param>
    public static bool All(ReadOnlySpan<float> values)
    {
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity), finite = Vector256.Equals(infinity, infinity);
        int i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            finite &= Vector256.LessThan(Vector256.Abs(Vector256.Create(values[i..])), infinity);
        bool all = finite.ExtractMostSignificantBits() == (1u << Vector256<float>.Count) - 1;
        for (; i < values.Length; i++)
            all &= float.IsFinite(values[i]);
        return all;
    }
}
