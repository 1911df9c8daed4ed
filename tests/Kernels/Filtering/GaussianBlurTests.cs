using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Filtering;

public class GaussianBlurTests
{
    private const double Bound = 5e-4;

    [Fact]
    public void Any_width_is_within_the_bound_of_the_direct_sum() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        float sigma = MathF.Pow(2, random.NextSingle() * 7) * 0.3f;
        EdgeMode edges = random.Next(2) == 0 ? EdgeMode.Replicate : EdgeMode.Zero;
        using Plane source = TestBuffers.RandomCoverage(random.Next(1, 50), random.Next(1, 50), seed, random.NextDouble());
        using var actual = new Plane(source.Width, source.Height);
        GaussianBlur.Apply(source, sigma, actual, edges);
        AssertNear(BlurReference.Apply(source, sigma, edges), actual.Values, Bound, $"seed {seed}, sigma {sigma}, {edges}");
        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.5f)]
    [InlineData(3.9f)]
    [InlineData(4.1f)]
    [InlineData(6f)]
    [InlineData(13.3f)]
    [InlineData(40f)]
    [InlineData(300f)]
    public void A_hard_edge_far_from_the_sides_is_within_the_bound(float sigma)
    {
        using var source = new Plane(400, 3);
        for (int y = 0; y < 3; y++)
            source.Row(y)[200..].Fill(1);
        using var actual = new Plane(400, 3);
        GaussianBlur.Apply(source, sigma, actual);
        AssertNear(BlurReference.Apply(source, sigma, EdgeMode.Replicate), actual.Values, Bound, $"sigma {sigma}");
    }

    [Fact]
    public void An_image_is_its_four_channels()
    {
        using ImageBuffer image = TestBuffers.Random(45, 33, 2);
        using var plane = new Plane(45, 33);
        using var blurred = new ImageBuffer(45, 33);
        foreach (float sigma in (float[])[0, 1.7f, 9.5f])
        {
            GaussianBlur.Apply(image, sigma, blurred);
            for (int channel = 0; channel < 4; channel++)
            {
                for (int i = 0; i < plane.Length; i++)
                    plane.Values[i] = image.Pixels[i][channel];
                GaussianBlur.Apply(plane, sigma, plane);
                for (int i = 0; i < plane.Length; i++)
                    Assert.Equal(plane.Values[i], blurred.Pixels[i][channel], 2e-6f);
            }
        }
    }

    [Fact]
    public void No_value_leaves_the_range_and_a_constant_stays() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        float sigma = random.NextSingle() * 60;
        using Plane source = TestBuffers.RandomCoverage(random.Next(1, 60), random.Next(1, 60), seed, 0.1);
        GaussianBlur.Apply(source, sigma, source);
        Assert.True(source.Values.ToArray().All(value => value is >= 0 and <= 1.000002f));
        source.Fill(0.7f);
        GaussianBlur.Apply(source, sigma, source);
        return source.Values.ToArray().All(value => MathF.Abs(value - 0.7f) < 2e-6f);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1e-20f)]
    [InlineData(0.0104183145f)]
    [InlineData(0.1f)]
    public void A_blur_far_narrower_than_a_pixel_changes_nothing(float sigma)
    {
        using Plane source = TestBuffers.RandomPlane(35, 28, 5);
        using var actual = new Plane(35, 28);
        GaussianBlur.Apply(source, sigma, actual);
        Assert.True(actual.Values.SequenceEqual(source.Values));
    }

    [Fact]
    public void No_width_copies_and_impossible_widths_are_refused()
    {
        using Plane source = TestBuffers.RandomPlane(9, 9, 3);
        using var actual = new Plane(9, 9);
        GaussianBlur.Apply(source, 0, actual);
        Assert.True(actual.Values.SequenceEqual(source.Values));
        foreach (float sigma in (float[])[-1, float.NaN, float.PositiveInfinity])
            Assert.Throws<ArgumentOutOfRangeException>(() => GaussianBlur.Apply(source, sigma, actual));
        Assert.Throws<ArgumentException>(() => GaussianBlur.Apply(source, 1, new Plane(9, 8)));
        using var none = new Plane(0, 4);
        GaussianBlur.Apply(none, 5, none);
    }

    [Theory]
    [InlineData(2.5f)]
    [InlineData(25f)]
    public void Threads_change_nothing(float sigma)
    {
        using ImageBuffer source = TestBuffers.Random(70, 150, 4);
        using var actual = new ImageBuffer(70, 150);
        Threads.AssertSameBits<Vector4>(() =>
        {
            GaussianBlur.Apply(source, sigma, actual, EdgeMode.Zero);
            return actual.Pixels;
        });
    }

    internal static void AssertNear(double[] expected, ReadOnlySpan<float> actual, double bound, string what)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= bound, $"{what}: {actual[i]} instead of {expected[i]} at {i}.");
    }
}
