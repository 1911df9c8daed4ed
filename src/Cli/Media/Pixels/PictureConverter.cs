using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Media.Pixels;

/// <summary>
/// Changes a picture's depth and its kind of alpha for a format that wants another one. Integers and floats stand for
/// the same value: full is 1. They are multiplied by the reciprocal, as the node itself does: to it, a picture of floats
/// made here is the same to the bit as the integers it was made of.
/// </summary>
internal static class PictureConverter
{
    /// <summary>Converts.</summary>
    /// <param name="from">The picture.</param>
    /// <param name="to">Where it goes: same size, any depth and alpha.</param>
    /// <param name="encodeSrgb">
    /// Take the colours for scene-linear and encode them with the sRGB curve (IEC 61966-2-1), clipped to 0–1.
    /// </param>
    public static void Convert(FrameBuffer from, FrameBuffer to, bool encodeSrgb)
    {
        float[] pixels = new float[from.Width * FrameBuffer.Channels];
        for (int y = 0; y < from.Height; y++)
        {
            Load(from, y, pixels);
            if (from.Alpha == AlphaMode.Premultiplied && to.Alpha == AlphaMode.Straight)
                Divide(pixels);
            if (encodeSrgb)
                EncodeSrgb(pixels);
            if (from.Alpha == AlphaMode.Straight && to.Alpha == AlphaMode.Premultiplied)
                Multiply(pixels);
            Store(pixels, to, y);
        }
    }

    private static void Load(FrameBuffer picture, int y, Span<float> pixels)
    {
        switch (picture.Depth)
        {
            case PixelDepth.Byte:
                Span<byte> bytes = picture.Row<byte>(y);
                for (int i = 0; i < pixels.Length; i++)
                    pixels[i] = bytes[i] * (1 / 255f);
                break;
            case PixelDepth.Short:
                Span<ushort> words = picture.Row<ushort>(y);
                for (int i = 0; i < pixels.Length; i++)
                    pixels[i] = words[i] * (1 / 65535f);
                break;
            default:
                picture.Row<float>(y).CopyTo(pixels);
                break;
        }
    }

    private static void Store(ReadOnlySpan<float> pixels, FrameBuffer picture, int y)
    {
        switch (picture.Depth)
        {
            case PixelDepth.Byte:
                Span<byte> bytes = picture.Row<byte>(y);
                for (int i = 0; i < pixels.Length; i++)
                    bytes[i] = (byte)((Clip(pixels[i]) * 255f) + 0.5f);
                break;
            case PixelDepth.Short:
                Span<ushort> words = picture.Row<ushort>(y);
                for (int i = 0; i < pixels.Length; i++)
                    words[i] = (ushort)((Clip(pixels[i]) * 65535f) + 0.5f);
                break;
            default:
                pixels.CopyTo(picture.Row<float>(y));
                break;
        }
    }

    /// <summary>0–1; a NaN is black.</summary>
    private static float Clip(float value) => value > 0 ? Math.Min(value, 1) : 0;

    private static void Divide(Span<float> pixels)
    {
        for (int i = 0; i < pixels.Length; i += FrameBuffer.Channels)
        {
            float alpha = pixels[i + 3];
            if (alpha <= 0)
                continue;

            for (int channel = 0; channel < 3; channel++)
                pixels[i + channel] /= alpha;
        }
    }

    private static void Multiply(Span<float> pixels)
    {
        for (int i = 0; i < pixels.Length; i += FrameBuffer.Channels)
        {
            for (int channel = 0; channel < 3; channel++)
                pixels[i + channel] *= pixels[i + 3];
        }
    }

    private static void EncodeSrgb(Span<float> pixels)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            if (i % FrameBuffer.Channels == FrameBuffer.Channels - 1)
                continue;

            float linear = Clip(pixels[i]);
            pixels[i] = linear <= 0.0031308f ? linear * 12.92f : (1.055f * MathF.Pow(linear, 1 / 2.4f)) - 0.055f;
        }
    }
}
