using System.Numerics;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Benchmarks;

/// <summary>Frames of noise.</summary>
internal static class Frames
{
    /// <summary>A float frame of values in [0, 1), opaque.</summary>
    public static ImageBuffer Noise(int width, int height)
    {
        var random = new Random(1);
        ImageBuffer frame = ImageBuffer.Uninitialized(width, height);
        foreach (ref Vector4 pixel in frame.Pixels)
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1);
        return frame;
    }
}
