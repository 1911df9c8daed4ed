using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// The sRGB transfer curve, IEC 61966-2-1:1999, odd-symmetric below 0 and continued by its power law above 1.
/// Relative error against double precision below 2e-6 for magnitudes up to 65504.
/// </summary>
internal static class SrgbCurve
{
    private const float LinearEnd = 0.0031308f;
    private const float EncodedEnd = 0.04045f;
    private const float Slope = 12.92f;
    private const float Gain = 1.055f;
    private const float Offset = 0.055f;
    private const float Gamma = 2.4f;

    /// <summary>Linear light to encoded value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Encode(Vector128<float> linear)
    {
        Vector128<float> sign = linear & Vector128.Create(-0f);
        Vector128<float> magnitude = linear ^ sign;
        Vector128<float> end = Vector128.Create(LinearEnd);
        Vector128<float> power =
            (VectorMath.Power(Vector128.MaxNative(magnitude, end), 1 / Gamma) * Gain) - Vector128.Create(Offset);
        Vector128<float> low = magnitude * Slope;
        return Vector128.ConditionalSelect(Vector128.LessThanOrEqual(magnitude, end), low, power) | sign;
    }

    /// <summary>Encoded value to linear light.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Decode(Vector128<float> encoded)
    {
        Vector128<float> sign = encoded & Vector128.Create(-0f);
        Vector128<float> magnitude = encoded ^ sign;
        Vector128<float> end = Vector128.Create(EncodedEnd);
        Vector128<float> power = VectorMath.Power(
            (Vector128.MaxNative(magnitude, end) + Vector128.Create(Offset)) / Vector128.Create(Gain), Gamma);
        Vector128<float> low = magnitude / Vector128.Create(Slope);
        return Vector128.ConditionalSelect(Vector128.LessThanOrEqual(magnitude, end), low, power) | sign;
    }
}
