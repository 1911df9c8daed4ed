namespace FaceFusion.Cli.Media.Pixels;

/// <summary>
/// Conversions between the bits of 16- and 32-bit IEEE floats that keep a NaN's sign and payload, as hardware that
/// quiets signalling NaNs does not. Rounding is to nearest, ties to even (IEEE 754).
/// </summary>
internal static class HalfBits
{
    private const uint FloatExponent = 0x7F80_0000;
    private const uint FloatMantissa = 0x007F_FFFF;

    /// <summary>A half's bits as a float's bits; exact.</summary>
    public static uint Widen(ushort half)
    {
        uint sign = (uint)(half & 0x8000) << 16;
        uint mantissa = half & 0x03FFu;
        return (half & 0x7C00) == 0x7C00
            ? sign | FloatExponent | (mantissa << 13)
            : BitConverter.SingleToUInt32Bits((float)BitConverter.UInt16BitsToHalf(half));
    }

    /// <summary>The bits of the half nearest to a float; beyond 65504 (rounded) infinity, a NaN stays a NaN.</summary>
    public static ushort Narrow(uint single)
    {
        if ((single & FloatExponent) != FloatExponent || (single & FloatMantissa) == 0)
            return BitConverter.HalfToUInt16Bits((Half)BitConverter.UInt32BitsToSingle(single));

        uint payload = (single & FloatMantissa) >> 13;
        return (ushort)(((single >> 16) & 0x8000) | 0x7C00 | Math.Max(payload, 1));
    }

    /// <summary>A float's bits rounded to what a half can hold.</summary>
    public static uint Round(uint single) => Widen(Narrow(single));
}
