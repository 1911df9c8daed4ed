using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// <see cref="SrgbCurve"/> in half the time, for values that nothing else is done to: where colours go by way of other
/// primaries or a log, differences of large numbers remain, and a card's results would no longer be the processor's.
/// Relative error against double precision below 2e-6 for magnitudes up to 65504.
/// </summary>
/// <remarks>
/// A number is 2^e·m with m in [√½, √2): m's power is a polynomial of least
/// relative error, that of 2^e lies in a table. No C library, and fused multiply-adds are exact wherever they are
/// computed, so that every machine gives the same bits.
/// </remarks>
internal static class SrgbSeries
{
    private const int MantissaMask = 0x007f_ffff;
    private const int SqrtHalfBits = 0x3f35_04f3;

    // The tables' exponents are −8 to 7.
    private const int PlaceOfOne = 8;

    // From these places on the powers are those of VectorMath, which cards compute everywhere: its rounding errors grow with
    // the number's logarithm, and a card's results are the processor's.
    private const int RootsEnd = 16;
    private const int PowersEnd = 12;

    /// <summary>Linear light to encoded value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Encode(Vector256<float> linear)
    {
        Vector256<float> sign = linear & Vector256.Create(-0f);
        Vector256<float> magnitude = linear ^ sign, end = Vector256.Create(SrgbCurve.LinearEnd);
        Vector256<float> power = Vector256.FusedMultiplyAdd(Root(Vector256.MaxNative(magnitude, end)), Vector256.Create(SrgbCurve.Gain), Vector256.Create(-SrgbCurve.Offset));
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(magnitude, end), magnitude * SrgbCurve.Slope, power) | sign;
    }

    /// <summary>Encoded value to linear light.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Decode(Vector256<float> encoded)
    {
        Vector256<float> sign = encoded & Vector256.Create(-0f);
        Vector256<float> magnitude = encoded ^ sign, end = Vector256.Create(SrgbCurve.EncodedEnd);
        Vector256<float> power = Raise((Vector256.MaxNative(magnitude, end) + Vector256.Create(SrgbCurve.Offset)) * (1 / SrgbCurve.Gain));
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(magnitude, end), magnitude * (1 / SrgbCurve.Slope), power) | sign;
    }

    // x^(5/12), the 2.4th root, for finite x ≥ 2^−8.5.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Root(Vector256<float> x)
    {
        Vector256<float> t = Split(x, out Vector256<int> place);
        Vector256<float> series = Vector256.Create(-0.0197668187f);
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(0.032829091f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(-0.042048052f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(0.0639792159f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(-0.121504359f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(0.416668952f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(0.999999881f));

        Vector256<float> power = series * At(
            place,
            Vector256.Create(0.0992125645f, 0.132432893f, 0.176776692f, 0.235968575f, 0.314980268f, 0.420448214f, 0.561231017f, 0.749153554f),
            Vector256.Create(1f, 1.33483982f, 1.78179741f, 2.37841415f, 3.17480206f, 4.23785257f, 5.65685415f, 7.5509944f));
        Vector256<int> beyond = Vector256.GreaterThan(place, Vector256.Create(RootsEnd - 1));
        return beyond == Vector256<int>.Zero ? power : Vector256.ConditionalSelect(beyond.AsSingle(), VectorMath.Power(x, 1 / SrgbCurve.Gamma), power);
    }

    // x^2.4 for x ≥ 2^−8.5 whose power is finite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Raise(Vector256<float> x)
    {
        Vector256<float> t = Split(x, out Vector256<int> place);
        Vector256<float> series = Vector256.Create(-0.00437908061f);
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(0.0112172887f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(-0.0336540379f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(0.223972663f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(1.68000162f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256.Create(2.40000033f));
        series = Vector256.FusedMultiplyAdd(series, t, Vector256<float>.One);

        Vector256<float> power = series * At(
            place,
            Vector256.Create(1.66044344e-06f, 8.76387276e-06f, 4.62559983e-05f, 0.000244140625f, 0.00128858199f, 0.00680117635f, 0.0358968228f, 0.189464569f),
            Vector256.Create(1f, 5.27803183f, 27.8576183f, 147.033386f, 776.046875f, 4096f, 21618.8184f, 114104.805f));
        Vector256<int> beyond = Vector256.GreaterThan(place, Vector256.Create(PowersEnd - 1));
        return beyond == Vector256<int>.Zero ? power : Vector256.ConditionalSelect(beyond.AsSingle(), VectorMath.Power(x, SrgbCurve.Gamma), power);
    }

    // How far the mantissa is above 1, and the exponent's place in a table.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Split(Vector256<float> x, out Vector256<int> place)
    {
        // Counting from √½'s bits instead of ½'s centres the mantissa on 1.
        Vector256<int> bits = x.AsInt32() - Vector256.Create(SqrtHalfBits);
        place = (bits >> 23) + Vector256.Create(PlaceOfOne);
        return ((bits & Vector256.Create(MantissaMask)) + Vector256.Create(SqrtHalfBits)).AsSingle() - Vector256<float>.One;
    }

    // Of sixteen numbers, by places of 0 to 15.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> At(Vector256<int> place, Vector256<float> low, Vector256<float> high)
    {
        if (Avx2.IsSupported)
            return Avx.BlendVariable(Avx2.PermuteVar8x32(low, place), Avx2.PermuteVar8x32(high, place), (place << 28).AsSingle());

        Vector256<int> within = place & Vector256.Create(7);
        return Vector256.ConditionalSelect(
            Vector256.GreaterThan(place, Vector256.Create(7)).AsSingle(), Vector256.Shuffle(high, within), Vector256.Shuffle(low, within));
    }
}
