using System.Text;

namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>
/// Writes OpenEXR files of one part with any number of layers, in rows, packed with zlib. Only what FFmpeg's encoder
/// can't write is here; it knows one layer.
/// </summary>
internal static class ExrWriter
{
    /// <summary>Writes a file.</summary>
    /// <param name="output">Where to; can seek.</param>
    /// <param name="picture">What the file says of its picture.</param>
    /// <param name="channels">The channels, in any order; all pictures of one size.</param>
    /// <param name="token">Ends the writing.</param>
    /// <exception cref="ArgumentException">No channel, two of a name, or pictures of several sizes.</exception>
    public static void Write(Stream output, ExrPicture picture, IEnumerable<ExrChannel> channels, CancellationToken token)
    {
        ExrChannel[] sorted = [.. channels.OrderBy(channel => channel.Name, StringComparer.Ordinal)];
        Check(sorted);
        int width = sorted[0].Picture.Width, height = sorted[0].Picture.Height;
        using BinaryWriter writer = new(output, Encoding.UTF8, leaveOpen: true);
        ExrHeaderWriter.Write(writer, picture, sorted, width, height);
        writer.Flush();

        int rows = picture.Compression == ExrCompression.Zips ? 1 : 16, blocks = (height + rows - 1) / rows;
        long table = output.Position;
        byte[][] packed = new byte[blocks][];
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = token }, block =>
            packed[block] = ExrBlock.Pack(sorted, block * rows, Math.Min(rows, height - (block * rows)), width));

        long place = table + (8L * blocks);
        foreach (byte[] block in packed)
        {
            writer.Write(place);
            place += 8 + block.Length;
        }

        for (int block = 0; block < blocks; block++)
        {
            writer.Write(block * rows);
            writer.Write(packed[block].Length);
            writer.Write(packed[block]);
        }
    }

    private static void Check(ExrChannel[] channels)
    {
        if (channels.Length == 0)
            throw new ArgumentException("An OpenEXR file needs a channel.", nameof(channels));
        for (int i = 1; i < channels.Length; i++)
        {
            if (channels[i].Name == channels[i - 1].Name)
                throw new ArgumentException($"Two channels are named '{channels[i].Name}'.", nameof(channels));
            if (channels[i].Picture.Width != channels[0].Picture.Width || channels[i].Picture.Height != channels[0].Picture.Height)
                throw new ArgumentException($"The channel '{channels[i].Name}' is of another size than '{channels[0].Name}'.", nameof(channels));
        }
    }
}
