using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// The sRGB transfer curve, IEC 61966-2-1:1999, odd-symmetric below 0 and continued by its power law above 1.
/// Relative error against double precision below 2e-6 for magnitudes up to 65504.
/// </summary>
internal static class SrgbCurve
{
    /// <summary>Up to this light the curve is a line.</summary>
    public const float LinearEnd = 0.0031308f;

    /// <summary>The encoded value there.</summary>
    public const float EncodedEnd = 0.04045f;

    /// <summary>The line's.</summary>
    public const float Slope = 12.92f;

    /// <summary>What the power is multiplied by.</summary>
    public const float Gain = 1.055f;

    /// <summary>What is taken off it then.</summary>
    public const float Offset = 0.055f;

    /// <summary>The root that it is.</summary>
    public const float Gamma = 2.4f;

    /// <summary>Linear light to encoded value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Encode(Vector256<float> linear)
    {
        Vector256<float> sign = linear & Vector256.Create(-0f);
        Vector256<float> magnitude = linear ^ sign;
        Vector256<float> end = Vector256.Create(LinearEnd);
        Vector256<float> power =
            (VectorMath.Power(Vector256.MaxNative(magnitude, end), 1 / Gamma) * Gain) - Vector256.Create(Offset);
        Vector256<float> low = magnitude * Slope;
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(magnitude, end), low, power) | sign;
    }

    /// <summary>Encoded value to linear light.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Decode(Vector256<float> encoded)
    {
        Vector256<float> sign = encoded & Vector256.Create(-0f);
        Vector256<float> magnitude = encoded ^ sign;
        Vector256<float> end = Vector256.Create(EncodedEnd);
        Vector256<float> power = VectorMath.Power(
            (Vector256.MaxNative(magnitude, end) + Vector256.Create(Offset)) / Vector256.Create(Gain), Gamma);
        Vector256<float> low = magnitude / Vector256.Create(Slope);
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(magnitude, end), low, power) | sign;
    }
}
