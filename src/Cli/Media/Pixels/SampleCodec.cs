using System.Buffers.Binary;

namespace FaceFusion.Cli.Media.Pixels;

/// <summary>Turns one stored sample into a picture's channel value, given as its bits, and back.</summary>
internal interface ISampleCodec<TRaw, TPixel>
    where TRaw : unmanaged
    where TPixel : unmanaged
{
    /// <summary>What a channel that isn't stored is filled with: full alpha.</summary>
    TPixel Full { get; }

    /// <summary>What an unused sample is filled with.</summary>
    TRaw Padding { get; }

    /// <summary>From the pipe.</summary>
    TPixel Decode(TRaw raw);

    /// <summary>To the pipe.</summary>
    TRaw Encode(TPixel value);
}

/// <summary>8-bit samples, as they are.</summary>
internal readonly struct ByteCodec : ISampleCodec<byte, byte>
{
    public byte Full => byte.MaxValue;
    public byte Padding => byte.MaxValue;
    public byte Decode(byte raw) => raw;
    public byte Encode(byte value) => value;
}

/// <summary>9- to 16-bit samples: scaled to 0–65535 and back, exact in the round trip.</summary>
internal readonly struct WordCodec(int bits, bool bigEndian) : ISampleCodec<ushort, ushort>
{
    private readonly uint _maximum = (1u << bits) - 1;

    public ushort Full => ushort.MaxValue;
    public ushort Padding => ushort.MaxValue;

    public ushort Decode(ushort raw)
    {
        uint value = Math.Min(bigEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw, _maximum);
        return (ushort)(((value * 65535ul) + (_maximum / 2)) / _maximum);
    }

    public ushort Encode(ushort value)
    {
        ushort raw = (ushort)((((ulong)value * _maximum) + 32767) / 65535);
        return bigEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw;
    }
}

/// <summary>Floats, carried as bits, so that not even a signalling NaN changes.</summary>
internal readonly struct FloatCodec(bool bigEndian) : ISampleCodec<uint, uint>
{
    public uint Full => BitConverter.SingleToUInt32Bits(1f);
    public uint Padding => 0;
    public uint Decode(uint raw) => bigEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw;
    public uint Encode(uint value) => bigEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
}

/// <summary>Floats that a half can hold, for an encoder that stores halves.</summary>
internal readonly struct RoundedFloatCodec(bool bigEndian) : ISampleCodec<uint, uint>
{
    private readonly FloatCodec _floats = new(bigEndian);

    public uint Full => _floats.Full;
    public uint Padding => _floats.Padding;
    public uint Decode(uint raw) => _floats.Decode(raw);
    public uint Encode(uint value) => _floats.Encode(HalfBits.Round(value));
}

/// <summary>Half floats, widened exactly; NaN payloads are kept.</summary>
internal readonly struct HalfCodec(bool bigEndian) : ISampleCodec<ushort, uint>
{
    public uint Full => BitConverter.SingleToUInt32Bits(1f);
    public ushort Padding => 0;

    public uint Decode(ushort raw) => HalfBits.Widen(bigEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw);

    public ushort Encode(uint value)
    {
        ushort raw = HalfBits.Narrow(value);
        return bigEndian ? BinaryPrimitives.ReverseEndianness(raw) : raw;
    }
}
