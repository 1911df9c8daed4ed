using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>Some rows of a file as they are stored: channel by channel in each row, split into bytes, differenced, deflated.</summary>
internal static class ExrBlock
{
    /// <summary>Packs rows.</summary>
    /// <param name="channels">The channels, in the file's order.</param>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    /// <param name="width">Columns.</param>
    /// <returns>What the file holds; the samples as they are where deflating doesn't make them fewer.</returns>
    public static byte[] Pack(IReadOnlyList<ExrChannel> channels, int first, int count, int width)
    {
        byte[] samples = new byte[count * width * channels.Sum(channel => channel.Bytes)];
        Span<byte> rest = samples;
        for (int y = first; y < first + count; y++)
        {
            foreach (ExrChannel channel in channels)
            {
                int bytes = width * channel.Bytes;
                Take(channel, y, rest[..bytes]);
                rest = rest[bytes..];
            }
        }

        byte[] packed = Deflate(Difference(samples));
        return packed.Length < samples.Length ? packed : samples;
    }

    private static void Take(ExrChannel channel, int y, Span<byte> row)
    {
        ReadOnlySpan<float> pixels = channel.Picture.Row<float>(y)[channel.Component..];
        if (channel.Type == ExrSampleType.Half)
        {
            Span<Half> halves = MemoryMarshal.Cast<byte, Half>(row);
            for (int x = 0; x < halves.Length; x++)
                halves[x] = (Half)pixels[x * 4];
        }
        else
        {
            Span<float> floats = MemoryMarshal.Cast<byte, float>(row);
            for (int x = 0; x < floats.Length; x++)
                floats[x] = pixels[x * 4];
        }

        if (!BitConverter.IsLittleEndian)
            Reverse(row, channel.Bytes);
    }

    private static void Reverse(Span<byte> row, int bytes)
    {
        for (int i = 0; i < row.Length; i += bytes)
            row.Slice(i, bytes).Reverse();
    }

    /// <summary>
    /// First the bytes at even places, then those at odd ones, so that like bytes of neighbouring samples lie together;
    /// then each byte less the one before it, plus 128 (OpenEXR's <c>internal_zip.c</c>).
    /// </summary>
    private static byte[] Difference(ReadOnlySpan<byte> samples)
    {
        byte[] split = new byte[samples.Length];
        int odd = (samples.Length + 1) / 2;
        for (int i = 0; i < samples.Length; i++)
            split[(i & 1) == 0 ? i / 2 : odd + (i / 2)] = samples[i];

        byte before = split.Length > 0 ? split[0] : (byte)0;
        for (int i = 1; i < split.Length; i++)
        {
            byte value = split[i];
            split[i] = (byte)(value - before + 128);
            before = value;
        }

        return split;
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using MemoryStream packed = new(bytes.Length / 2);
        using (ZLibStream zlib = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(bytes);
        return packed.ToArray();
    }
}
