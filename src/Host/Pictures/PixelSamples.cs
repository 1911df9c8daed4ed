using System.Runtime.InteropServices;
using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Pictures;

/// <summary>RGBA floats as the samples of an image.</summary>
internal static class PixelSamples
{
    /// <summary>Multiplies the colours of a row by its alpha.</summary>
    public static void Premultiply(Span<float> row)
    {
        for (int i = 0; i < row.Length; i += 4)
        {
            row[i] *= row[i + 3];
            row[i + 1] *= row[i + 3];
            row[i + 2] *= row[i + 3];
        }
    }

    /// <summary>Writes a row: integers are 0…1 times their greatest value, rounded; an alpha image takes alpha.</summary>
    public static void Write(ReadOnlySpan<float> row, Span<byte> target, BitDepth depth, PixelComponents components)
    {
        int count = components.Count(), first = components == PixelComponents.Alpha ? 3 : 0;
        for (int x = 0; x < row.Length / 4; x++)
        {
            for (int channel = 0; channel < count; channel++)
                Write(row[(x * 4) + first + channel], target, (x * count) + channel, depth);
        }
    }

    private static void Write(float value, Span<byte> target, int index, BitDepth depth)
    {
        switch (depth)
        {
            case BitDepth.Byte:
                target[index] = (byte)Math.Round(Math.Clamp(value, 0, 1) * byte.MaxValue);
                break;
            case BitDepth.Short:
                MemoryMarshal.Cast<byte, ushort>(target)[index] = (ushort)Math.Round(Math.Clamp(value, 0, 1) * ushort.MaxValue);
                break;
            case BitDepth.Half:
                MemoryMarshal.Cast<byte, Half>(target)[index] = (Half)value;
                break;
            default:
                MemoryMarshal.Cast<byte, float>(target)[index] = value;
                break;
        }
    }
}
