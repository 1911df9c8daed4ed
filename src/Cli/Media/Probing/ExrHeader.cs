using System.Buffers.Binary;
using System.Text;

namespace FaceFusion.Cli.Media.Probing;

/// <summary>
/// What FFmpeg doesn't tell of an OpenEXR file: whether its colours are halves, its frame rate, its primaries, and whether
/// the file is all there. Layout after the OpenEXR file format description (openexr.com, "OpenEXR File Layout").
/// </summary>
/// <param name="IsHalf">Whether every colour channel is stored as 16-bit floats.</param>
/// <param name="FramesPerSecond">The <c>framesPerSecond</c> attribute.</param>
/// <param name="Colourspace">OpenFX's name of what the <c>chromaticities</c> attribute stands for, where it has one.</param>
/// <param name="IsComplete">Whether the last block of pixels lies within the file; only single-part scan-line files are
/// looked into, others count as complete.</param>
internal sealed record ExrHeader(bool IsHalf, Rational? FramesPerSecond, string? Colourspace, bool IsComplete)
{
    private const uint Magic = 20000630;
    private const int NotScanLines = 0x200 | 0x800 | 0x1000;
    private const int HalfType = 1;
    private const int UsualHeader = 1 << 14;
    private const int LongestHeader = 1 << 22;

    /// <summary>Reads a file's header.</summary>
    /// <returns><see langword="null"/> when it isn't an OpenEXR file or its header is damaged.</returns>
    public static ExrHeader? TryRead(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return TryRead(file, UsualHeader) ?? (file.Length > UsualHeader ? TryRead(file, LongestHeader) : null);
    }

    private static ExrHeader? TryRead(FileStream file, int longest)
    {
        byte[] bytes = new byte[(int)Math.Min(file.Length, longest)];
        file.Position = 0;
        file.ReadExactly(bytes);
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            return null;

        bool scanLines = (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4)) & NotScanLines) == 0;
        bool half = false;
        Rational? rate = null;
        string? colourspace = null;
        int compression = 0, rows = 0, position = 8;
        while (true)
        {
            if (!TryReadAttribute(bytes, ref position, out string name, out ReadOnlySpan<byte> value))
                return null;
            if (name.Length == 0)
                break;

            switch (name)
            {
                case "channels":
                    half = AreColoursHalf(value);
                    break;
                case "compression" when value.Length >= 1:
                    compression = value[0];
                    break;
                case "dataWindow" when value.Length >= 16:
                    rows = BinaryPrimitives.ReadInt32LittleEndian(value[12..]) - BinaryPrimitives.ReadInt32LittleEndian(value[4..]) + 1;
                    break;
                case "chromaticities":
                    colourspace = ExrChromaticities.Colourspace(value);
                    break;
                case "framesPerSecond" when value.Length >= 8:
                    int above = BinaryPrimitives.ReadInt32LittleEndian(value);
                    uint below = BinaryPrimitives.ReadUInt32LittleEndian(value[4..]);
                    rate = above > 0 && below > 0 ? new Rational(above, below) : null;
                    break;
            }
        }

        return new(half, rate, colourspace, !scanLines || AreBlocksThere(file, position, rows, compression));
    }

    private static bool TryReadAttribute(ReadOnlySpan<byte> bytes, ref int position, out string name, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryReadText(bytes, ref position, out name))
            return false;
        if (name.Length == 0)
            return true;
        if (!TryReadText(bytes, ref position, out _) || position + 4 > bytes.Length)
            return false;

        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[position..]);
        position += 4;
        if (length < 0 || length > bytes.Length - position)
            return false;

        value = bytes.Slice(position, length);
        position += length;
        return true;
    }

    private static bool TryReadText(ReadOnlySpan<byte> bytes, ref int position, out string text)
    {
        text = "";
        int length = position < bytes.Length ? bytes[position..].IndexOf((byte)0) : -1;
        if (length < 0)
            return false;

        text = Encoding.UTF8.GetString(bytes.Slice(position, length));
        position += length + 1;
        return true;
    }

    /// <summary>Reads a <c>chlist</c>: per channel a name, a type, four bytes of linearity and two sampling rates.</summary>
    private static bool AreColoursHalf(ReadOnlySpan<byte> channels)
    {
        bool any = false;
        int position = 0;
        while (TryReadText(channels, ref position, out string name) && name.Length > 0 && position + 16 <= channels.Length)
        {
            if (name is "R" or "G" or "B" or "Y")
            {
                if (BinaryPrimitives.ReadInt32LittleEndian(channels[position..]) != HalfType)
                    return false;
                any = true;
            }

            position += 16;
        }

        return any;
    }

    /// <summary>Follows the table of blocks to the one that lies last: its row, its size, its bytes.</summary>
    private static bool AreBlocksThere(FileStream file, long table, int rows, int compression)
    {
        int rowsPerBlock = compression switch { 3 or 5 => 16, 4 or 6 or 7 or 8 => 32, 9 => 256, _ => 1 };
        int blocks = (rows + rowsPerBlock - 1) / rowsPerBlock;
        if (rows <= 0 || table + (8L * blocks) > file.Length)
            return false;

        byte[] offsets = new byte[8 * blocks];
        file.Position = table;
        file.ReadExactly(offsets);
        long last = 0;
        for (int i = 0; i < blocks; i++)
            last = Math.Max(last, BinaryPrimitives.ReadInt64LittleEndian(offsets.AsSpan(8 * i)));
        if (last + 8 > file.Length)
            return false;

        Span<byte> block = stackalloc byte[8];
        file.Position = last;
        file.ReadExactly(block);
        return last + 8 + BinaryPrimitives.ReadInt32LittleEndian(block[4..]) <= file.Length;
    }
}
