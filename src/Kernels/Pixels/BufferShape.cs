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

    /// <summary>Refuses an image that hasn't the expected size.</summary>
    public static void RequireSize(
        ImageBuffer image, int width, int height, [CallerArgumentExpression(nameof(image))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(image, name);
        Require(image.Width, image.Height, width, height, name);
    }

    /// <summary>Refuses a plane that hasn't the expected size.</summary>
    public static void RequireSize(
        Plane plane, int width, int height, [CallerArgumentExpression(nameof(plane))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(plane, name);
        Require(plane.Width, plane.Height, width, height, name);
    }

    private static void Require(int width, int height, int expectedWidth, int expectedHeight, string name)
    {
        if (width != expectedWidth || height != expectedHeight)
            throw new ArgumentException($"'{name}' is {width}×{height}; give one of {expectedWidth}×{expectedHeight}.", name);
    }
}
