using System.Text;

namespace FaceFusion.TestSupport.Onnx;

/// <summary>A Protocol Buffers message, field by field (protobuf.dev, "Encoding").</summary>
internal sealed class ProtobufMessage
{
    private const int Varint = 0, LengthDelimited = 2;

    private readonly List<byte> _bytes = [];

    /// <summary>A whole number.</summary>
    public ProtobufMessage Number(int field, long value)
    {
        Key(field, Varint);
        WriteVarint((ulong)value);
        return this;
    }

    /// <summary>A text.</summary>
    public ProtobufMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Another message.</summary>
    public ProtobufMessage Message(int field, ProtobufMessage value) => Bytes(field, value.ToArray());

    /// <summary>Bytes as they are.</summary>
    public ProtobufMessage Bytes(int field, byte[] value)
    {
        Key(field, LengthDelimited);
        WriteVarint((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    /// <summary>The message as it is stored.</summary>
    public byte[] ToArray() => [.. _bytes];

    private void Key(int field, int wireType) => WriteVarint((ulong)((field << 3) | wireType));

    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
    }
}
