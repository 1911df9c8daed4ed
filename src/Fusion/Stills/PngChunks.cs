using System.Buffers.Binary;

namespace FaceFusion.Fusion.Stills;

/// <summary>
/// The chunks of a PNG file that make its pixels, and its orientation. Everything else (gamma, profiles, text) is left
/// out before the decoder sees the file: sRGB is assumed, and compressed text can't be a decompression bomb.
/// </summary>
internal readonly ref struct PngChunks
{
    private const int Overhead = 12;

    private PngChunks(byte[] pixels, long width, long height, int bitDepth, bool hasAlpha, int orientation)
    {
        Pixels = pixels;
        Width = width;
        Height = height;
        BitDepth = bitDepth;
        HasAlpha = hasAlpha;
        Orientation = orientation;
    }

    /// <summary>The eight bytes every PNG file starts with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A PNG file of the chunks IHDR, PLTE, tRNS, IDAT and IEND alone.</summary>
    public byte[] Pixels { get; }

    /// <summary>Width in pixels.</summary>
    public long Width { get; }

    /// <summary>Height in pixels.</summary>
    public long Height { get; }

    /// <summary>Bits a sample: 1, 2, 4, 8 or 16.</summary>
    public int BitDepth { get; }

    /// <summary>Whether there is an alpha channel or a transparent colour.</summary>
    public bool HasAlpha { get; }

    /// <summary>The EXIF orientation, 1 to 8.</summary>
    public int Orientation { get; }

    /// <summary>Walks through a file's chunks.</summary>
    /// <param name="file">The file, signature included.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="FaceException">The chunks don't add up.</exception>
    public static PngChunks Parse(ReadOnlySpan<byte> file, string name)
    {
        using MemoryStream pixels = new(file.Length);
        pixels.Write(Signature);
        long width = 0, height = 0;
        int bitDepth = 0, orientation = StillOrientation.Read([]);
        bool alpha = false;
        ReadOnlySpan<byte> rest = file[Signature.Length..];
        while (true)
        {
            if (rest.Length < Overhead)
                throw StillDecoder.Damaged(name, "the end is missing");
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > (uint)(rest.Length - Overhead))
                throw StillDecoder.Damaged(name, "the end is missing");
            ReadOnlySpan<byte> chunk = rest[..((int)length + Overhead)], type = chunk[4..8], content = chunk[8..^4];
            rest = rest[chunk.Length..];
            if (type.SequenceEqual("IHDR"u8) && content.Length == 13)
            {
                width = BinaryPrimitives.ReadUInt32BigEndian(content);
                height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
                bitDepth = content[8];
                alpha |= (content[9] & 4) != 0;
            }

            alpha |= type.SequenceEqual("tRNS"u8);
            if (type.SequenceEqual("eXIf"u8))
                orientation = StillOrientation.Read(content);
            bool isEnd = type.SequenceEqual("IEND"u8);
            if (isEnd || type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IDAT"u8))
                pixels.Write(chunk);
            if (isEnd)
                return new PngChunks(pixels.ToArray(), width, height, bitDepth, alpha, orientation);
        }
    }
}
