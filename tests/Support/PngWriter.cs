using System.Buffers.Binary;
using System.IO.Compression;

namespace FaceFusion.TestSupport;

/// <summary>Writes PNG files for tests and benches: any colour type and depth, no filters, any further chunks.</summary>
public static class PngWriter
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Samples a pixel of a PNG colour type.</summary>
    public static int Samples(PngColour colour) => colour switch
    {
        PngColour.Grey or PngColour.Palette => 1,
        PngColour.GreyAlpha => 2,
        PngColour.Rgb => 3,
        _ => 4,
    };

    /// <summary>A file's bytes.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="colour">The colour type.</param>
    /// <param name="bitDepth">8 or 16.</param>
    /// <param name="samples">Row by row, <see cref="Samples"/> a pixel.</param>
    /// <param name="chunks">Chunks between IHDR and IDAT, in order.</param>
    public static byte[] Encode(int width, int height, PngColour colour, int bitDepth, ReadOnlySpan<ushort> samples, params (string Type, byte[] Content)[] chunks)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = (byte)bitDepth;
        header[9] = (byte)colour;

        int rowSamples = width * Samples(colour);
        using MemoryStream packed = new();
        using (ZLibStream compressor = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                compressor.WriteByte(0);
                foreach (ushort sample in samples.Slice(y * rowSamples, rowSamples))
                {
                    if (bitDepth == 16)
                        compressor.WriteByte((byte)(sample >> 8));
                    compressor.WriteByte((byte)sample);
                }
            }
        }

        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR", header);
        foreach ((string type, byte[] content) in chunks)
            WriteChunk(file, type, content);
        WriteChunk(file, "IDAT", packed.ToArray());
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(body);
        uint crc = uint.MaxValue;
        foreach (byte value in body)
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }

    // CRC-32 of ISO 3309, as PNG's specification gives it.
    private static uint[] MakeCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
