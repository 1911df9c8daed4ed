using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Inference.Tensors;

/// <summary>
/// Half ↔ single precision, eight or sixteen values at a time, by the integer arithmetic of Fabian Giesen's
/// <c>half_to_float</c> and <c>float_to_half_fast3_rtne</c> ("Half to float done quick"). Subnormal halves never pass
/// through subnormal floats, so that the result is the same whatever flush-to-zero mode the host left the thread in.
/// </summary>
internal static class HalfConversion
{
    private const uint HalfExponentInFloat = 0x7c00u << 13;
    private const uint ExponentAdjustment = (127u - 15u) << 23;
    private const uint SmallestNormalHalf = 113u << 23;
    private const uint SubnormalMagic = (127u - 15u + (23u - 10u) + 1u) << 23;
    private const uint FirstAboveHalf = (127u + 16u) << 23;
    private const uint SingleInfinity = 0x7f80_0000u;

    /// <summary>Converts halves to floats, exactly; a NaN stays a NaN.</summary>
    /// <param name="source">The halves.</param>
    /// <param name="destination">Room for as many floats at least.</param>
    public static void ToSingle(ReadOnlySpan<Half> source, Span<float> destination)
    {
        ReadOnlySpan<ushort> bits = MemoryMarshal.Cast<Half, ushort>(source);
        int whole = bits.Length - (bits.Length % Vector128<ushort>.Count);
        for (int i = 0; i < whole; i += Vector128<ushort>.Count)
            ToSingle(Vector128.Create(bits[i..]), destination[i..]);

        if (whole == bits.Length)
            return;

        Span<ushort> tail = stackalloc ushort[Vector128<ushort>.Count];
        Span<float> converted = stackalloc float[Vector128<ushort>.Count];
        tail.Clear();
        bits[whole..].CopyTo(tail);
        ToSingle(Vector128.Create<ushort>(tail), converted);
        converted[..(bits.Length - whole)].CopyTo(destination[whole..]);
    }

    /// <summary>Converts floats to halves: to the nearest, ties to even, beyond the largest half to infinity; a NaN stays a NaN.</summary>
    /// <param name="source">The floats.</param>
    /// <param name="destination">Room for as many halves at least.</param>
    public static void ToHalf(ReadOnlySpan<float> source, Span<Half> destination)
    {
        Span<ushort> bits = MemoryMarshal.Cast<Half, ushort>(destination);
        int whole = source.Length - (source.Length % Vector256<ushort>.Count);
        for (int i = 0; i < whole; i += Vector256<ushort>.Count)
            ToHalf(source[i..]).CopyTo(bits[i..]);

        if (whole == source.Length)
            return;

        Span<float> tail = stackalloc float[Vector256<ushort>.Count];
        Span<ushort> converted = stackalloc ushort[Vector256<ushort>.Count];
        tail.Clear();
        source[whole..].CopyTo(tail);
        ToHalf(tail).CopyTo(converted);
        converted[..(source.Length - whole)].CopyTo(bits[whole..]);
    }

    private static void ToSingle(Vector128<ushort> halves, Span<float> destination)
    {
        (Vector128<uint> lower, Vector128<uint> upper) = Vector128.Widen(halves);
        ToSingle(lower).CopyTo(destination);
        ToSingle(upper).CopyTo(destination[Vector128<float>.Count..]);
    }

    private static Vector128<float> ToSingle(Vector128<uint> half)
    {
        Vector128<uint> sign = (half & Vector128.Create(0x8000u)) << 16;
        Vector128<uint> magnitude = (half & Vector128.Create(0x7fffu)) << 13;
        Vector128<uint> exponent = magnitude & Vector128.Create(HalfExponentInFloat);
        Vector128<uint> normal = magnitude + Vector128.Create(ExponentAdjustment);

        // Infinities and NaNs: the exponent moves on to all ones.
        Vector128<uint> special = normal + Vector128.Create((128u - 16u) << 23);
        // Zero and subnormals: with the exponent of the smallest normal, less that number, the value is renormalised.
        Vector128<uint> renormalised = ((magnitude + Vector128.Create(SmallestNormalHalf)).AsSingle()
            - Vector128.Create(SmallestNormalHalf).AsSingle()).AsUInt32();

        Vector128<uint> result = Vector128.ConditionalSelect(
            Vector128.Equals(exponent, Vector128.Create(HalfExponentInFloat)), special, normal);
        result = Vector128.ConditionalSelect(Vector128.Equals(exponent, Vector128<uint>.Zero), renormalised, result);
        return (result | sign).AsSingle();
    }

    private static Vector256<ushort> ToHalf(ReadOnlySpan<float> source)
        => Vector256.Narrow(
            ToHalf(Vector256.Create(source).AsUInt32()),
            ToHalf(Vector256.Create(source[Vector256<float>.Count..]).AsUInt32()));

    private static Vector256<uint> ToHalf(Vector256<uint> single)
    {
        Vector256<uint> sign = single & Vector256.Create(0x8000_0000u);
        Vector256<uint> magnitude = single ^ sign;

        // Normal: half an ulp less one, plus the last kept bit, rounds to the nearest even; the exponent is rebiased.
        Vector256<uint> lastKept = (magnitude >> 13) & Vector256<uint>.One;
        Vector256<uint> normal = (magnitude - Vector256.Create(ExponentAdjustment) + Vector256.Create(0xfffu) + lastKept) >> 13;
        // Subnormal: adding the magic number lets the adder shift and round.
        Vector256<uint> subnormal = (magnitude.AsSingle() + Vector256.Create(SubnormalMagic).AsSingle()).AsUInt32()
            - Vector256.Create(SubnormalMagic);
        Vector256<uint> special = Vector256.ConditionalSelect(
            Vector256.GreaterThan(magnitude, Vector256.Create(SingleInfinity)), Vector256.Create(0x7e00u), Vector256.Create(0x7c00u));

        Vector256<uint> result = Vector256.ConditionalSelect(
            Vector256.LessThan(magnitude, Vector256.Create(SmallestNormalHalf)), subnormal, normal);
        result = Vector256.ConditionalSelect(
            Vector256.GreaterThanOrEqual(magnitude, Vector256.Create(FirstAboveHalf)), special, result);
        return result | (sign >> 16);
    }
}
