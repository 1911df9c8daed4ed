using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// The reference display of ITU-R BT.1886 with a white of 1 and a black of 0, L = V^2.4, odd-symmetric below 0 and going
/// on above 1. Codes below 1e-12 are 0.
/// </summary>
internal readonly struct Bt1886Curve : ITransferFunction
{
    private const float Gamma = 2.4f;
    private const float LeastCode = 1e-12f;
    private const float LeastLight = 1e-29f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToLight(Vector256<float> code) => OddPower(code, LeastCode, Gamma);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromLight(Vector256<float> light) => OddPower(light, LeastLight, 1 / Gamma);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OddPower(Vector256<float> x, float least, float exponent)
    {
        Vector256<float> sign = x & Vector256.Create(-0f);
        Vector256<float> magnitude = x ^ sign;
        Vector256<float> end = Vector256.Create(least);
        Vector256<float> power = VectorMath.Power(Vector256.MaxNative(magnitude, end), exponent);
        return (power & Vector256.GreaterThan(magnitude, end)) | sign;
    }
}
