namespace FaceFusion.Inference.Onnx;

/// <summary>
/// The fields of a Protocol Buffers message in a file, one after the other (protobuf.dev, "Encoding"). What isn't read is
/// skipped by seeking, so that a network of half a gigabyte costs its headers alone.
/// </summary>
/// <param name="file">The file, which can seek; belongs to the caller.</param>
/// <param name="end">Where the message ends in it.</param>
internal struct ProtobufStream(Stream file, long end)
{
    private const int VarintType = 0, Fixed64Type = 1, LengthType = 2, Fixed32Type = 5;
    private const int MostVarintBits = 64;

    private int _type;

    /// <summary>The number of the field that <see cref="Next"/> has found.</summary>
    public int Field { get; private set; }

    /// <summary>Where the content of a text, a list or a message begins in the file.</summary>
    public long Start { get; private set; }

    /// <summary>The value of a whole number, or the bytes of a text, a list or a message.</summary>
    public long Value { get; private set; }

    /// <summary>Whether the field holds a text, bytes, a packed list or a message.</summary>
    public readonly bool IsLengthDelimited => _type == LengthType;

    /// <summary>Goes on to the next field; <see langword="false"/> at the end of the message.</summary>
    /// <param name="next">Where the next field begins; in a new message its first byte.</param>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public bool Next(ref long next)
    {
        if (next >= end)
            return false;
        file.Position = next;
        long key = ReadVarint();
        Field = (int)(key >> 3);
        _type = (int)(key & 7);
        Value = _type switch
        {
            VarintType or LengthType => ReadVarint(),
            Fixed64Type => sizeof(long),
            Fixed32Type => sizeof(int),
            _ => throw new InvalidDataException("a field has a type that no message has"),
        };
        Start = file.Position;
        next = _type == VarintType ? Start : Start + Value;
        if (Field == 0 || next > end || next < Start)
            throw new InvalidDataException("a field reaches beyond its message");
        return true;
    }

    private readonly long ReadVarint()
    {
        ulong value = 0;
        for (int shift = 0; shift < MostVarintBits; shift += 7)
        {
            int part = file.ReadByte();
            if (part < 0)
                throw new InvalidDataException("it ends in the middle of a field");
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return (long)value;
        }

        throw new InvalidDataException("a number has more than 64 bits");
    }
}
