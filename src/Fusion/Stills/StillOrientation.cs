using System.Buffers.Binary;

namespace FaceFusion.Fusion.Stills;

/// <summary>How a camera was held (EXIF tag 0x0112, values 1 to 8), and how to turn its pixels upright.</summary>
internal static unsafe class StillOrientation
{
    private const int Upright = 1;
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    /// <summary>The orientation that a block of EXIF data (a TIFF structure) states; 1 when it states none.</summary>
    /// <param name="tiff">The TIFF structure, starting with its byte order mark.</param>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return Upright;
        bool little = tiff[0] == (byte)'I' && tiff[1] == (byte)'I';
        if (!little && !(tiff[0] == (byte)'M' && tiff[1] == (byte)'M'))
            return Upright;

        uint directory = UInt32(tiff[4..], little);
        if (directory > (uint)tiff.Length - 2)
            return Upright;
        ReadOnlySpan<byte> entries = tiff[(int)directory..];
        int count = UInt16(entries, little);
        entries = entries[2..];
        for (int i = 0; i < count && entries.Length >= 12; i++, entries = entries[12..])
        {
            if (UInt16(entries, little) != OrientationTag || UInt16(entries[2..], little) != ShortType)
                continue;
            int value = UInt16(entries[8..], little);
            return value is >= 1 and <= 8 ? value : Upright;
        }

        return Upright;
    }

    /// <summary>Turns a picture upright; the given one is disposed of when a new one is made.</summary>
    /// <param name="picture">The picture as stored.</param>
    /// <param name="orientation">1 to 8.</param>
    public static Still Apply(Still picture, int orientation)
    {
        if (orientation == Upright)
            return picture;

        using (picture)
        {
            bool swapped = orientation >= 5;
            int width = picture.Width, height = picture.Height;
            Still upright = new(swapped ? height : width, swapped ? width : height, picture.Format, picture.Premultiplied);
            int pixel = (int)(picture.RowBytes / width);
            for (int y = 0; y < upright.Height; y++)
            {
                byte* to = upright.Memory + y * upright.RowBytes;
                for (int x = 0; x < upright.Width; x++, to += pixel)
                {
                    (int fromX, int fromY) = orientation switch
                    {
                        2 => (width - 1 - x, y),
                        3 => (width - 1 - x, height - 1 - y),
                        4 => (x, height - 1 - y),
                        5 => (y, x),
                        6 => (y, height - 1 - x),
                        7 => (width - 1 - y, height - 1 - x),
                        _ => (width - 1 - y, x),
                    };
                    Buffer.MemoryCopy(picture.Memory + fromY * picture.RowBytes + (nint)fromX * pixel, to, pixel, pixel);
                }
            }

            return upright;
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) => little
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) => little
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
