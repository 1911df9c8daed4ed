using System.Runtime.CompilerServices;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Checks of sizes, worded once.</summary>
internal static class BufferShape
{
    /// <summary>Pixels of an image, refused when negative or too many to index.</summary>
    public static int Count(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        long count = (long)width * height;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, int.MaxValue, nameof(width));
        return (int)count;
    }

    /// <summary>Refuses a buffer that hasn't the expected size.</summary>
    public static void RequireSize<TPixel>(
        PixelBuffer<TPixel> buffer, int width, int height, [CallerArgumentExpression(nameof(buffer))] string name = "")
        where TPixel : unmanaged
    {
        ArgumentNullException.ThrowIfNull(buffer, name);
        if (buffer.Width != width || buffer.Height != height)
            throw new ArgumentException($"'{name}' is {buffer.Width}×{buffer.Height}; give one of {width}×{height}.", name);
    }
}
