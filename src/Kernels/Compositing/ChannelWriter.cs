using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Writes some channels of one pixel and leaves the bits of the others alone.</summary>
internal static unsafe class ChannelWriter
{
    private const float MostHalf = 65504;

    /// <summary>Writes the colour channels (red 1, green 2, blue 4) of <paramref name="mask"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(in PixelView view, int x, int y, Vector128<float> colour, uint mask)
    {
        var pixel = (byte*)view.PixelAddress(x, y);
        int red = view.Layout == PixelLayout.Bgra ? 2 : 0;
        if ((mask & 1) != 0)
            Write(view.Format, pixel, red, colour.GetElement(0));
        if ((mask & 2) != 0)
            Write(view.Format, pixel, 1, colour.GetElement(1));
        if ((mask & 4) != 0)
            Write(view.Format, pixel, 2 - red, colour.GetElement(2));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(SampleFormat format, byte* pixel, int channel, float value)
    {
        switch (format)
        {
            case SampleFormat.UInt8:
                UInt8Codec.Store1(pixel + channel, value);
                break;
            case SampleFormat.UInt16:
                UInt16Codec.Store1(pixel + (2 * channel), value);
                break;
            case SampleFormat.Float16:
                Float16Codec.Store1(pixel + (2 * channel), Math.Clamp(value, -MostHalf, MostHalf));
                break;
            default:
                Float32Codec.Store1(pixel + (4 * channel), value);
                break;
        }
    }
}
