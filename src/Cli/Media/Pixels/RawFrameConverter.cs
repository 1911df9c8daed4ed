using System.Runtime.InteropServices;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Pixels;

/// <summary>
/// Moves frames between a pipe's layout and RGBA pictures. Values are copied, never scaled or clipped (samples of 9 to
/// 14 bits excepted: they are spread over 16 bits and return unchanged).
/// </summary>
internal static class RawFrameConverter
{
    /// <summary>Fills a picture from a raw frame of the same size and of <see cref="RawLayout.Depth"/>.</summary>
    /// <remarks>Grey goes to red, green and blue; a missing alpha becomes full.</remarks>
    public static void Unpack(NativeBuffer raw, RawLayout layout, FrameBuffer picture)
    {
        RequireFit(raw, layout, picture);
        switch (layout.Sample)
        {
            case SampleType.Byte: Unpack<ByteCodec, byte, byte>(default, raw, layout, picture); break;
            case SampleType.Word: Unpack<WordCodec, ushort, ushort>(new(layout.Bits, layout.BigEndian), raw, layout, picture); break;
            case SampleType.Half: Unpack<HalfCodec, ushort, uint>(new(layout.BigEndian), raw, layout, picture); break;
            default: Unpack<FloatCodec, uint, uint>(new(layout.BigEndian), raw, layout, picture); break;
        }
    }

    /// <summary>Fills a raw frame from a picture of the same size and of <see cref="RawLayout.Depth"/>.</summary>
    /// <param name="picture">Where the values come from.</param>
    /// <param name="layout">How the frame is to lie in memory.</param>
    /// <param name="raw">Where the frame goes.</param>
    /// <param name="roundToHalf">Round floats to what a half can hold, to nearest: FFmpeg's encoder cuts them off.</param>
    /// <remarks>Grey is taken from red; an alpha that the layout lacks is left out.</remarks>
    public static void Pack(FrameBuffer picture, RawLayout layout, NativeBuffer raw, bool roundToHalf = false)
    {
        RequireFit(raw, layout, picture);
        switch (layout.Sample)
        {
            case SampleType.Byte: Pack<ByteCodec, byte, byte>(default, picture, layout, raw); break;
            case SampleType.Word: Pack<WordCodec, ushort, ushort>(new(layout.Bits, layout.BigEndian), picture, layout, raw); break;
            case SampleType.Half: Pack<HalfCodec, ushort, uint>(new(layout.BigEndian), picture, layout, raw); break;
            case SampleType.Float when roundToHalf: Pack<RoundedFloatCodec, uint, uint>(new(layout.BigEndian), picture, layout, raw); break;
            default: Pack<FloatCodec, uint, uint>(new(layout.BigEndian), picture, layout, raw); break;
        }
    }

    private static void Unpack<TCodec, TRaw, TPixel>(TCodec codec, NativeBuffer raw, RawLayout layout, FrameBuffer picture)
        where TCodec : struct, ISampleCodec<TRaw, TPixel>
        where TRaw : unmanaged
        where TPixel : unmanaged
    {
        for (int y = 0; y < picture.Height; y++)
        {
            Span<TPixel> row = MemoryMarshal.Cast<byte, TPixel>(picture.Row(y));
            if (!layout.HasAlpha)
                Fill(row, FrameBuffer.Channels - 1, FrameBuffer.Channels, codec.Full);

            for (int channel = 0; channel < layout.Channels.Length; channel++)
            {
                Span<TRaw> samples = Samples<TRaw>(raw, layout, picture.Width, picture.Height, y, channel, out int step);
                foreach (int target in Targets(layout.Channels[channel]))
                {
                    for (int x = 0, from = 0, to = target; x < picture.Width; x++, from += step, to += FrameBuffer.Channels)
                        row[to] = codec.Decode(samples[from]);
                }
            }
        }
    }

    private static void Pack<TCodec, TRaw, TPixel>(TCodec codec, FrameBuffer picture, RawLayout layout, NativeBuffer raw)
        where TCodec : struct, ISampleCodec<TRaw, TPixel>
        where TRaw : unmanaged
        where TPixel : unmanaged
    {
        for (int y = 0; y < picture.Height; y++)
        {
            Span<TPixel> row = MemoryMarshal.Cast<byte, TPixel>(picture.Row(y));
            for (int channel = 0; channel < layout.Channels.Length; channel++)
            {
                Span<TRaw> samples = Samples<TRaw>(raw, layout, picture.Width, picture.Height, y, channel, out int step);
                ReadOnlySpan<int> sources = Targets(layout.Channels[channel]);
                if (sources.IsEmpty)
                {
                    Fill(samples, 0, step, codec.Padding);
                    continue;
                }

                for (int x = 0, from = sources[0], to = 0; x < picture.Width; x++, from += FrameBuffer.Channels, to += step)
                    samples[to] = codec.Encode(row[from]);
            }
        }
    }

    /// <summary>A channel's samples of one row, from its first one on, and the distance between them.</summary>
    private static Span<TRaw> Samples<TRaw>(
        NativeBuffer raw, RawLayout layout, int width, int height, int y, int channel, out int step)
        where TRaw : unmanaged
    {
        int bytes = layout.SampleBytes;
        step = layout.Planar ? 1 : layout.Channels.Length;
        long first = layout.Planar
            ? ((long)channel * height + y) * width * bytes
            : ((long)y * width * step + channel) * bytes;
        return MemoryMarshal.Cast<byte, TRaw>(raw.Slice(first, ((width - 1) * step + 1) * bytes));
    }

    /// <summary>Which of a picture's channels a stored channel stands for.</summary>
    private static ReadOnlySpan<int> Targets(char channel) => channel switch
    {
        'R' => [0],
        'G' => [1],
        'B' => [2],
        'A' => [3],
        'Y' => [0, 1, 2],
        _ => [],
    };

    private static void Fill<T>(Span<T> samples, int first, int step, T value)
    {
        for (int i = first; i < samples.Length; i += step)
            samples[i] = value;
    }

    private static void RequireFit(NativeBuffer raw, RawLayout layout, FrameBuffer picture)
    {
        if (layout.Depth != picture.Depth)
            throw new ArgumentException($"A {picture.Depth} picture can't hold '{layout.Name}'.");
        if (raw.Length < layout.FrameBytes(picture.Width, picture.Height))
            throw new ArgumentException($"A buffer of {raw.Length} bytes is too small for {picture.Width}×{picture.Height} '{layout.Name}'.");
    }
}
