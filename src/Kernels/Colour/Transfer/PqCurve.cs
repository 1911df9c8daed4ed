using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// The perceptual quantiser (SMPTE ST 2084, ITU-R BT.2100-2 table 4): Y = ((V^(1/m₂) − c₁)/(c₂ − c₃·V^(1/m₂)))^(1/m₁) of
/// 10 000 cd/m². Light is counted in reference whites of 203 cd/m² (ITU-R BT.2408). Odd-symmetric below 0, along its
/// tangent above 1, and straight below 1/4096 (4e-6 cd/m²), where the publication has no inverse.
/// </summary>
internal readonly struct PqCurve : ITransferFunction
{
    private const float M1 = 2610f / 16384;
    private const float M2 = 2523f / 4096 * 128;
    private const float C3 = 2392f / 4096 * 32;

    // c₂ − c₃, which is also 1 − c₁: written with it, nothing is lost where V and Y come near to 1.
    private const float Rest = (2413f - 2392) / 4096 * 32;

    private const float Peak = 10000f / 203;
    private const float Ln2 = 0.693147180559945f;

    // The straight part's end, as code and as Y.
    private const float LowCode = 1f / 4096;
    private const float LowY = 3.6832779e-10f;

    // dY/dV at V = 1.
    private const float EndSlope = (1 + C3) / (M1 * M2 * Rest);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToLight(Vector256<float> code)
    {
        Vector256<float> sign = code & Vector256.Create(-0f);
        Vector256<float> v = code ^ sign;
        Vector256<float> low = Vector256.Create(LowCode);
        Vector256<float> gap = OneMinusExp2(
            VectorMath.Log2(Vector256.MaxNative(Vector256.MinNative(v, Vector256<float>.One), low)) * (1 / M2));
        Vector256<float> ratio = (Vector256.Create(Rest) - gap) / ((gap * C3) + Vector256.Create(Rest));
        Vector256<float> y = VectorMath.Power(ratio, 1 / M1);
        y = Vector256.ConditionalSelect(Vector256.LessThan(v, low), v * (LowY / LowCode), y);
        y = Vector256.ConditionalSelect(
            Vector256.GreaterThan(v, Vector256<float>.One), ((v - Vector256<float>.One) * EndSlope) + Vector256<float>.One, y);
        return (y * Peak) | sign;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromLight(Vector256<float> light)
    {
        Vector256<float> sign = light & Vector256.Create(-0f);
        Vector256<float> y = (light ^ sign) * (1 / Peak);
        Vector256<float> low = Vector256.Create(LowY);
        Vector256<float> power = VectorMath.Power(Vector256.MaxNative(Vector256.MinNative(y, Vector256<float>.One), low), M1);
        Vector256<float> v = VectorMath.Exp2(
            LogOfOneMinus((Vector256<float>.One - power) * Rest, (power * C3) + Vector256<float>.One) * M2);
        v = Vector256.ConditionalSelect(Vector256.LessThan(y, low), y * (LowCode / LowY), v);
        v = Vector256.ConditionalSelect(
            Vector256.GreaterThan(y, Vector256<float>.One), ((y - Vector256<float>.One) * (1 / EndSlope)) + Vector256<float>.One, v);
        return v | sign;
    }

    // 1 − 2^x for x from −0.16 to 0: the exponential's series without its first term, to the sixth power (remainder 4e-11).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OneMinusExp2(Vector256<float> x)
    {
        Vector256<float> t = x * Ln2;
        Vector256<float> series = Vector256.Create(1 / 720f);
        series = (series * t) + Vector256.Create(1 / 120f);
        series = (series * t) + Vector256.Create(1 / 24f);
        series = (series * t) + Vector256.Create(1 / 6f);
        series = (series * t) + Vector256.Create(1 / 2f);
        series = (series * t) + Vector256<float>.One;
        return -(series * t);
    }

    // log₂(1 − a/b) for a/b from 0 to 0.17: −2/ln 2·artanh(a/(2·b − a)), its series to the seventh power (remainder 4e-11).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOfOneMinus(Vector256<float> a, Vector256<float> b)
    {
        Vector256<float> s = a / (b + b - a);
        Vector256<float> s2 = s * s;
        Vector256<float> series = Vector256.Create(2 / (7 * Ln2));
        series = (series * s2) + Vector256.Create(2 / (5 * Ln2));
        series = (series * s2) + Vector256.Create(2 / (3 * Ln2));
        series = (series * s2) + Vector256.Create(2 / Ln2);
        return -(series * s);
    }
}
