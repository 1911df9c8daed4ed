using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Colour;

public class HistogramMatchTests
{
    private static readonly Vector4 Low = new(0, -64, -64, 0), High = new(100, 64, 64, 1);

    [Fact]
    public void It_is_monotone_whatever_is_matched() => Prop.ForAll(Gen.Choose(1, 100000).ToArbitrary(), seed =>
    {
        Random random = new(seed);
        float centre = 90 * random.NextSingle(), spread = 30 * random.NextSingle();
        using ImageBuffer source = TestBuffers.Random(30, 30, seed, low: -20, high: 120);
        using ImageBuffer target = TestBuffers.Random(30, 30, seed + 1, low: centre - spread, high: centre + spread);
        using Plane weights = TestBuffers.RandomPlane(30, 30, seed + 2, low: -0.5f);
        using var result = new ImageBuffer(30, 30);
        HistogramMatch.Apply(source, target, weights, Low, High, result);
        (float From, float To)[] pairs = [.. Enumerable.Range(0, source.Length).Select(i => (source.Pixels[i].X, result.Pixels[i].X)).OrderBy(pair => pair.Item1)];
        for (int i = 1; i < pairs.Length; i++)
            Assert.True(pairs[i].To >= pairs[i - 1].To - 1e-3f, $"{pairs[i - 1]} then {pairs[i]}");
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_channel_gets_the_targets_quantiles_and_alpha_is_passed_on()
    {
        using ImageBuffer source = TestBuffers.Random(80, 80, 1, low: 20, high: 50);
        using ImageBuffer target = TestBuffers.Random(80, 80, 2, low: 0, high: 1);
        foreach (ref Vector4 pixel in target.Pixels)
            pixel = new Vector4(40 + (50 * pixel.X * pixel.X), -30 + (20 * pixel.Y), 10 + (5 * pixel.Z * pixel.Z), 1);
        using var weights = new Plane(80, 80);
        weights.Fill(1);
        using var result = new ImageBuffer(80, 80);
        HistogramMatch.Apply(source, target, weights, Low, High, result);
        for (int channel = 0; channel < 3; channel++)
        {
            float[] wanted = [.. target.Pixels.ToArray().Select(pixel => pixel[channel]).Order()];
            float[] got = [.. result.Pixels.ToArray().Select(pixel => pixel[channel]).Order()];
            foreach (double share in (double[])[0.05, 0.2, 0.5, 0.8, 0.95])
                Assert.Equal(wanted[(int)(share * wanted.Length)], got[(int)(share * got.Length)], 0.6);
        }

        for (int i = 0; i < source.Length; i++)
            Assert.Equal(source.Pixels[i].W, result.Pixels[i].W);
    }

    [Fact]
    public void Like_stays_as_it_is_even_beyond_the_range()
    {
        using ImageBuffer image = TestBuffers.Random(40, 40, 3, low: 10, high: 60);
        image.Pixels[7] = new Vector4(180, -100, 90, 1);
        using var weights = new Plane(40, 40);
        weights.Fill(1);
        using var result = new ImageBuffer(40, 40);
        HistogramMatch.Apply(image, image, weights, Low, High, result);
        for (int i = 0; i < image.Length; i++)
            TestBuffers.AssertClose(image.Pixels[i], result.Pixels[i], 0.2, "same");
        weights.Fill(0);
        HistogramMatch.Apply(image, result, weights, Low, High, result);
        for (int i = 0; i < image.Length; i++)
            TestBuffers.AssertClose(image.Pixels[i], result.Pixels[i], 1e-3, "nothing seen");
    }

    [Fact]
    public void Two_flat_pictures_are_matched_by_a_shift()
    {
        using var source = new ImageBuffer(8, 8);
        using var target = new ImageBuffer(8, 8);
        using var weights = new Plane(8, 8);
        source.Fill(new Vector4(30, 5, 10, 1));
        target.Fill(new Vector4(70, 15, 0, 1));
        weights.Fill(1);
        HistogramMatch.Apply(source, target, weights, Low, High, source);
        TestBuffers.AssertClose(target.Pixels[0], source.Pixels[0], 0.5, "flat");
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using ImageBuffer source = TestBuffers.Random(33, 60, 4, low: 0, high: 100), target = TestBuffers.Random(33, 60, 5, low: 20, high: 50);
        using Plane weights = TestBuffers.RandomPlane(33, 60, 6);
        using var result = new ImageBuffer(33, 60);
        Threads.AssertSameBits<Vector4>(() =>
        {
            HistogramMatch.Apply(source, target, weights, Low, High, result);
            return result.Pixels;
        });
    }
}
