using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// binary16 ↔ binary32 on four lanes of integer operations, after F. Giesen's public-domain conversions
/// (half_to_float_fast4, float_to_half_fast3_rtne). No denormal is ever an operand, so that a host's flush-to-zero
/// mode changes nothing.
/// </summary>
internal static class HalfBits
{
    private const uint SignMask = 0x8000_0000;
    private const uint InfinityBits = 0x7f80_0000;

    /// <summary>The floats whose binary16 bits lie in the lower halves of the lanes; exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ToSingle(Vector128<uint> half)
    {
        Vector128<uint> magnitude = half & Vector128.Create(0x7fffu);
        Vector128<uint> sign = (half & Vector128.Create(0x8000u)) << 16;

        // Exponents 1…30 only need another bias; 31 (infinity, NaN) needs it twice.
        Vector128<uint> shifted = magnitude << 13;
        Vector128<uint> normal = shifted + Vector128.Create(112u << 23);
        Vector128<uint> special = Vector128.GreaterThan(magnitude, Vector128.Create(0x7bffu)) & Vector128.Create(112u << 23);

        // Exponent 0: the mantissa counts 2⁻²⁴. Put behind the exponent of 2⁻¹⁴ it is normalised by one subtraction.
        Vector128<float> base14 = Vector128.Create(113u << 23).AsSingle();
        Vector128<float> small = (shifted + Vector128.Create(113u << 23)).AsSingle() - base14;
        Vector128<uint> isSmall = Vector128.LessThan(magnitude, Vector128.Create(0x400u));
        return (Vector128.ConditionalSelect(isSmall, small.AsUInt32(), normal + special) | sign).AsSingle();
    }

    /// <summary>The binary16 bits of four floats: nearest, ties to even; NaN stays (quiet) NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> FromSingle(Vector128<float> value)
    {
        Vector128<uint> bits = value.AsUInt32();
        Vector128<uint> sign = bits & Vector128.Create(SignMask);
        Vector128<uint> magnitude = bits ^ sign;

        // Too small for a normal half: adding 0.5 leaves the mantissa, rounded to 2⁻²⁴, in the low bits.
        Vector128<float> half = Vector128.Create(0.5f);
        Vector128<uint> clean = Vector128.ConditionalSelect(
            Vector128.LessThan(magnitude, Vector128.Create(1u << 23)), Vector128<uint>.Zero, magnitude);
        Vector128<uint> small = (clean.AsSingle() + half).AsUInt32() - half.AsUInt32();

        // Normal: new bias, and half an ulp less one, plus the kept mantissa's last bit for ties to even.
        Vector128<uint> odd = (magnitude >> 13) & Vector128<uint>.One;
        Vector128<uint> normal = (magnitude - Vector128.Create(112u << 23) + Vector128.Create(0xfffu) + odd) >> 13;

        Vector128<uint> nan = Vector128.GreaterThan(magnitude, Vector128.Create(InfinityBits)) & Vector128.Create(0x200u);
        Vector128<uint> special = Vector128.Create(0x7c00u) | nan;

        Vector128<uint> isSmall = Vector128.LessThan(magnitude, Vector128.Create(113u << 23));
        Vector128<uint> isSpecial = Vector128.GreaterThanOrEqual(magnitude, Vector128.Create(143u << 23));
        Vector128<uint> result = Vector128.ConditionalSelect(isSmall, small, Vector128.ConditionalSelect(isSpecial, special, normal));
        return result | (sign >> 16);
    }
}
