namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Stored samples to floats and back, as <see cref="Pixels.SampleFormat"/> says.</summary>
public static class SampleMath
{
    private const int InfinityBits = 0x7f80_0000;
    private const int Base14 = 113 << 23;
    private const int Half = 0x3f00_0000;

    /// <summary>The float of an 8-bit sample.</summary>
    /// <param name="sample">0 to 255.</param>
    public static float FromUInt8(int sample) => sample * (1 / 255f);

    /// <summary>The float of a 16-bit sample.</summary>
    /// <param name="sample">0 to 65535.</param>
    public static float FromUInt16(int sample) => sample * (1 / 65535f);

    /// <summary>The integer of a float: rounded to nearest, ties to even, clamped; 0 for NaN.</summary>
    /// <param name="value">0 to 1.</param>
    /// <param name="scale">The integer of 1.</param>
    public static int ToInteger(float value, float scale)
    {
        float scaled = value * scale;
        scaled = scaled > 0 ? scaled : 0;
        return ScalarMath.RoundToEven(scaled < scale ? scaled : scale);
    }

    /// <summary>The float of a binary16; exact. As <see cref="Pixels.HalfBits"/>, for one number.</summary>
    /// <param name="half">Its bits.</param>
    public static float FromFloat16(int half)
    {
        int magnitude = half & 0x7fff;
        int sign = (half & 0x8000) << 16;
        int shifted = magnitude << 13;
        int bits = shifted + (112 << 23);
        if (magnitude > 0x7bff)
            bits += 112 << 23;
        if (magnitude < 0x400)
            bits = BitConverter.SingleToInt32Bits(BitConverter.Int32BitsToSingle(shifted + Base14) - BitConverter.Int32BitsToSingle(Base14));
        return BitConverter.Int32BitsToSingle(bits | sign);
    }

    /// <summary>The binary16 bits of a float: nearest, ties to even; NaN stays NaN.</summary>
    /// <param name="value">The float.</param>
    public static int ToFloat16(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        int magnitude = bits & 0x7fff_ffff;
        int sign = (bits >> 16) & 0x8000;
        if (magnitude >= 143 << 23)
            return sign | 0x7c00 | (magnitude > InfinityBits ? 0x200 : 0);
        if (magnitude >= Base14)
            return sign | ((magnitude - (112 << 23) + 0xfff + ((magnitude >> 13) & 1)) >> 13);

        float small = BitConverter.Int32BitsToSingle(magnitude < 1 << 23 ? 0 : magnitude) + 0.5f;
        return sign | (BitConverter.SingleToInt32Bits(small) - Half);
    }
}
