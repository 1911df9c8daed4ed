using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>From [0, 1] to an integer's full scale.</summary>
internal static class IntegerRounding
{
    /// <summary>round(value·scale), ties to even, clamped to [0, scale]; NaN gives 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Round(Vector128<float> value, float scale)
    {
        Vector128<float> scaled = value * scale;
        scaled = Vector128.ConditionalSelect(
            Vector128.GreaterThan(scaled, Vector128<float>.Zero), scaled, Vector128<float>.Zero);
        scaled = Vector128.ConditionalSelect(
            Vector128.LessThan(scaled, Vector128.Create(scale)), scaled, Vector128.Create(scale));
        return Vector128.ConvertToInt32Native(Vector128.Round(scaled));
    }
}
