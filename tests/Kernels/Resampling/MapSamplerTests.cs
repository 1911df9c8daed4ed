using System.Numerics;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Resampling;

public class MapSamplerTests
{
    [Fact]
    public void Samples_match_the_bicubic_sum_wherever_they_lie() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        int width = random.Next(1, 12);
        int height = random.Next(1, 12);
        using ImageBuffer source = TestBuffers.Random(width, height, seed, low: -2, high: 3);
        using ImageBuffer coordinates = TestBuffers.Random(8, 8, seed + 1, low: -6, high: 18);
        using Plane coverage = TestBuffers.RandomCoverage(8, 8, seed, 0.8);
        using var actual = new ImageBuffer(8, 8);
        MapSampler.Sample(source, coordinates, coverage, actual);
        for (int i = 0; i < 64; i++)
        {
            Vector4 at = coordinates.Pixels[i];
            Vector4 expected = coverage.Values[i] > 0 ? Reference(source, at.X, at.Y) : Vector4.Zero;
            TestBuffers.AssertClose(expected, actual.Pixels[i], 6e-6, $"{at}");
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_plane_is_sampled_as_an_image_is()
    {
        using Plane source = TestBuffers.RandomPlane(13, 9, 7), coverage = TestBuffers.RandomCoverage(30, 30, 8, 0.8), actual = new(30, 30);
        using ImageBuffer image = new(13, 9), coordinates = TestBuffers.Random(30, 30, 9, low: -4, high: 16), expected = new(30, 30);
        for (int i = 0; i < source.Length; i++)
            image.Pixels[i] = new Vector4(source.Values[i]);
        coordinates.Pixels[3] = new Vector4(float.NaN, 2, 0, 0);
        coordinates.Pixels[4] = new Vector4(1e20f, float.NegativeInfinity, 0, 0);
        MapSampler.Sample(image, coordinates, coverage, expected);
        MapSampler.Sample(source, coordinates, coverage, actual);
        for (int i = 0; i < actual.Length; i++)
            Assert.Equal(expected.Pixels[i].X, actual.Values[i], 2e-6f);

        using Plane none = new(0, 0);
        MapSampler.Sample(none, coordinates, coverage, actual);
        Assert.True(actual.Values.IndexOfAnyExcept(0f) < 0);
    }

    [Fact]
    public void Pixel_centres_give_the_very_pixels()
    {
        using ImageBuffer source = TestBuffers.Random(6, 5, 1);
        using var coordinates = new ImageBuffer(6, 5);
        using var coverage = new Plane(6, 5);
        coverage.Fill(1);
        for (int i = 0; i < 30; i++)
            coordinates.Pixels[i] = new Vector4((i % 6) + 0.5f, (i / 6) + 0.5f, 0, 0);
        MapSampler.Sample(source, coordinates, coverage, coordinates);
        Assert.True(coordinates.Pixels.SequenceEqual(source.Pixels));
    }

    [Fact]
    public void Odd_coordinates_stay_inside_memory_and_alone()
    {
        using ImageBuffer source = TestBuffers.Random(4, 4, 2);
        using var coordinates = new ImageBuffer(8, 1);
        using var coverage = new Plane(8, 1);
        coverage.Fill(1);
        coverage.Values[7] = float.NaN;
        float[] odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, 1e20f, -1e20f, 2, 2];
        for (int i = 0; i < 8; i++)
            coordinates.Pixels[i] = new Vector4(odd[i], 2, 0, 0);
        using var actual = new ImageBuffer(8, 1);
        MapSampler.Sample(source, coordinates, coverage, actual);
        Assert.Equal(Vector4.Zero, actual.Pixels[0]);
        TestBuffers.AssertClose(Reference(source, 1000, 2), actual.Pixels[1], 1e-5, "right of all");
        TestBuffers.AssertClose(Reference(source, -1000, 2), actual.Pixels[2], 1e-5, "left of all");
        Assert.Equal(actual.Pixels[1], actual.Pixels[3]);
        Assert.Equal(Vector4.Zero, actual.Pixels[7]);

        using var none = new ImageBuffer(0, 0);
        MapSampler.Sample(none, coordinates, coverage, actual);
        Assert.True(actual.Pixels.IndexOfAnyExcept(Vector4.Zero) < 0);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using ImageBuffer source = TestBuffers.Random(50, 50, 3);
        using ImageBuffer coordinates = TestBuffers.Random(40, 70, 4, low: -5, high: 55);
        using Plane coverage = TestBuffers.RandomCoverage(40, 70, 5, 0.5);
        using var actual = new ImageBuffer(40, 70);
        Threads.AssertSameBits<Vector4>(() =>
        {
            MapSampler.Sample(source, coordinates, coverage, actual);
            return actual.Pixels;
        });
    }

    private static Vector4 Reference(ImageBuffer source, double x, double y)
    {
        double u = x - 0.5;
        double v = y - 0.5;
        double[] sum = new double[4];
        for (int j = (int)Math.Floor(v) - 1; j <= (int)Math.Floor(v) + 2; j++)
        {
            for (int i = (int)Math.Floor(u) - 1; i <= (int)Math.Floor(u) + 2; i++)
            {
                Vector4 pixel = source.Row(Math.Clamp(j, 0, source.Height - 1))[Math.Clamp(i, 0, source.Width - 1)];
                FilterReference.Add(sum, (pixel.X, pixel.Y, pixel.Z, pixel.W), FilterReference.CatmullRom(i - u) * FilterReference.CatmullRom(j - v));
            }
        }

        return new Vector4((float)sum[0], (float)sum[1], (float)sum[2], (float)sum[3]);
    }
}
