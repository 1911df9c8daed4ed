using System.Numerics;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Support;

/// <summary>Working memory filled for tests.</summary>
internal static class TestBuffers
{
    public static ImageBuffer Random(int width, int height, int seed, float low = 0, float high = 1)
    {
        var random = new Random(seed);
        var image = new ImageBuffer(width, height);
        float Next() => low + ((high - low) * random.NextSingle());
        foreach (ref Vector4 pixel in image.Pixels)
            pixel = new Vector4(Next(), Next(), Next(), Next());
        return image;
    }

    public static Plane RandomPlane(int width, int height, int seed, float low = 0, float high = 1)
    {
        var random = new Random(seed);
        var plane = new Plane(width, height);
        foreach (ref float value in plane.Values)
            value = low + ((high - low) * random.NextSingle());
        return plane;
    }

    /// <summary>Ones with probability <paramref name="share"/>, zeros elsewhere.</summary>
    public static Plane RandomCoverage(int width, int height, int seed, double share)
    {
        var random = new Random(seed);
        var plane = new Plane(width, height);
        foreach (ref float value in plane.Values)
            value = random.NextDouble() < share ? 1 : 0;
        return plane;
    }

    public static void AssertClose(Vector4 expected, Vector4 actual, double tolerance, string what)
    {
        Vector4 difference = Vector4.Abs(expected - actual);
        float worst = MathF.Max(MathF.Max(difference.X, difference.Y), MathF.Max(difference.Z, difference.W));
        Assert.True(worst <= tolerance, $"{what}: {actual} instead of {expected}, off by {worst}.");
    }
}
