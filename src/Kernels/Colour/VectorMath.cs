using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// Powers on eight lanes (two pixels) by additions and multiplications alone (no fused ones, no C library), so that every machine
/// gives the same bits.
/// </summary>
internal static class VectorMath
{
    private const float Ln2 = 0.693147180559945f;
    private const uint MantissaMask = 0x007f_ffff;
    private const uint SqrtHalfBits = 0x3f35_04f3;

    /// <summary>
    /// x^exponent for normal positive x and |exponent·log₂x| ≤ 120; relative error below 2e-6 for |log₂x| ≤ 20 and
    /// exponents of 1/3 … 3 with results up to 2³².
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Power(Vector256<float> x, float exponent) => Exp2(Log2(x) * exponent);

    /// <summary>
    /// log₂x for normal positive x: exponent plus 2/ln 2·artanh((m − 1)/(m + 1)), m in [√½, √2), its series to the
    /// ninth power (remainder 1e-9).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x)
    {
        // Counting from √½'s bits instead of ½'s centres the mantissa on 1.
        Vector256<int> bits = x.AsInt32() - Vector256.Create((int)SqrtHalfBits);
        Vector256<float> exponent = Vector256.ConvertToSingle(bits >> 23);
        Vector256<float> m =
            ((bits & Vector256.Create((int)MantissaMask)) + Vector256.Create((int)SqrtHalfBits)).AsSingle();

        Vector256<float> s = (m - Vector256<float>.One) / (m + Vector256<float>.One);
        Vector256<float> s2 = s * s;
        Vector256<float> series = Vector256.Create(2 / (9 * Ln2));
        series = (series * s2) + Vector256.Create(2 / (7 * Ln2));
        series = (series * s2) + Vector256.Create(2 / (5 * Ln2));
        series = (series * s2) + Vector256.Create(2 / (3 * Ln2));
        series = (series * s2) + Vector256.Create(2 / Ln2);
        return exponent + (series * s);
    }

    /// <summary>2^x for |x| ≤ 120: a power of two times the exponential's series to the seventh power (remainder 5e-9).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp2(Vector256<float> x)
    {
        Vector256<float> whole = Vector256.Floor(x + Vector256.Create(0.5f));
        Vector256<float> t = (x - whole) * Ln2;
        Vector256<float> series = Vector256.Create(1 / 5040f);
        series = (series * t) + Vector256.Create(1 / 720f);
        series = (series * t) + Vector256.Create(1 / 120f);
        series = (series * t) + Vector256.Create(1 / 24f);
        series = (series * t) + Vector256.Create(1 / 6f);
        series = (series * t) + Vector256.Create(1 / 2f);
        series = (series * t) + Vector256<float>.One;
        series = (series * t) + Vector256<float>.One;
        Vector256<int> power = (Vector256.ConvertToInt32Native(whole) + Vector256.Create(127)) << 23;
        return series * power.AsSingle();
    }
}
