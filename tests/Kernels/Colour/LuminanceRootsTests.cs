using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Colour;

public class LuminanceRootsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(36)]
    [InlineData(37)]
    public void They_are_the_roots_of_the_light_behind_each_wanted_pixel(int width)
    {
        using ImageBuffer image = TestBuffers.Random(width, 21, seed: 1, low: -0.3f, high: 1.5f);
        using Plane wanted = TestBuffers.RandomCoverage(width, 21, seed: 2, share: 0.3), roots = TestBuffers.RandomPlane(width, 21, seed: 3);
        LuminanceRoots.Fill(image, wanted, roots);
        for (int i = 0; i < image.Length; i++)
        {
            if (wanted.Values[i] == 0)
                continue;
            double light = (0.2126 * Linear(image.Pixels[i].X)) + (0.7152 * Linear(image.Pixels[i].Y)) + (0.0722 * Linear(image.Pixels[i].Z));
            Assert.InRange(roots.Values[i], Math.Sqrt(Math.Max(0, light - 2e-6)) - 1e-5, Math.Sqrt(Math.Max(0, light + 2e-6)) + 1e-5);
        }
    }

    [Fact]
    public void Planes_have_the_roots_of_the_same_pixels()
    {
        const int width = 45, height = 27, plane = width * height;
        using ImageBuffer image = TestBuffers.Random(width, height, seed: 1, low: -0.3f, high: 1.5f);
        float[] planes = new float[3 * plane];
        for (int i = 0; i < plane; i++)
            (planes[i], planes[plane + i], planes[(2 * plane) + i]) = (image.Pixels[i].X, image.Pixels[i].Y, image.Pixels[i].Z);
        foreach (RectI part in (RectI[])[image.Bounds, new(5, 3, 38, 20)])
        {
            using ImageBuffer pixels = image.Crop(part);
            using Plane wanted = TestBuffers.RandomCoverage(part.Width, part.Height, seed: 2, share: 0.1), expected = new(part.Width, part.Height), roots = new(part.Width, part.Height);
            LuminanceRoots.Fill(pixels, wanted, expected);
            LuminanceRoots.Fill(planes, width, height, part, wanted, roots);
            for (int i = 0; i < roots.Length; i++)
            {
                if (wanted.Values[i] > 0)
                    Assert.Equal(expected.Values[i], roots.Values[i], 1e-5f);
            }
        }
    }

    [Fact]
    public void The_mean_weighs_and_caps()
    {
        using Plane values = TestBuffers.RandomPlane(33, 25, seed: 4), weights = TestBuffers.RandomPlane(33, 25, seed: 5), shares = TestBuffers.RandomCoverage(33, 25, seed: 6, share: 0.5);
        double sum = 0, weight = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double share = weights.Values[i] * shares.Values[i];
            sum += share * Math.Min(values.Values[i], 0.6);
            weight += share;
        }

        Assert.Equal(sum / weight, LuminanceRoots.Mean(values, weights, shares, 0.6f), 1e-6);
        shares.Fill(0);
        Assert.Equal(0, LuminanceRoots.Mean(values, weights, shares, 0.6f));
    }

    // IEC 61966-2-1, odd below 0.
    private static double Linear(double encoded)
    {
        double magnitude = Math.Abs(encoded);
        return Math.Sign(encoded) * (magnitude <= 0.04045 ? magnitude / 12.92 : Math.Pow((magnitude + 0.055) / 1.055, 2.4));
    }
}
