using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Colour;

public class ColourMapTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(1, 100000).ToArbitrary();

    [Fact]
    public void The_monge_kantorovitch_map_matches_mean_and_covariance() => Prop.ForAll(Seeds, seed =>
    {
        (ColourStatistics wanted, ColourStatistics got) = MapCloud(seed, (source, target) => ColourMap.MongeKantorovitch(source, target));
        AssertClose(wanted.Mean, got.Mean);
        Assert.Equal(wanted.Covariance.XX, got.Covariance.XX, 1e-2);
        Assert.Equal(wanted.Covariance.XY, got.Covariance.XY, 1e-2);
        Assert.Equal(wanted.Covariance.XZ, got.Covariance.XZ, 1e-2);
        Assert.Equal(wanted.Covariance.YY, got.Covariance.YY, 1e-2);
        Assert.Equal(wanted.Covariance.YZ, got.Covariance.YZ, 1e-2);
        Assert.Equal(wanted.Covariance.ZZ, got.Covariance.ZZ, 1e-2);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Reinhards_map_matches_mean_and_deviation() => Prop.ForAll(Seeds, seed =>
    {
        (ColourStatistics wanted, ColourStatistics got) = MapCloud(seed, (source, target) => ColourMap.MeanAndDeviation(source, target));
        AssertClose(wanted.Mean, got.Mean);
        AssertClose(wanted.Deviation, got.Deviation);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Like_maps_to_like_unchanged_and_flat_stays_flat()
    {
        using ImageBuffer image = Cloud(3);
        using Plane weights = Ones(image);
        ColourStatistics same = ColourStatistics.Measure(image, weights);
        ColourStatistics flat = same with { Covariance = default };
        SymmetricMatrix3 unit = ColourMap.MongeKantorovitch(same, same).Matrix;
        Assert.Equal(1, unit.XX, 1e-6);
        Assert.Equal(0, unit.XZ, 1e-6);
        Assert.Equal(1, unit.ZZ, 1e-6);
        Assert.Equal(default, ColourMap.MongeKantorovitch(flat, same).Matrix);
        Assert.Equal(default, ColourMap.MeanAndDeviation(flat, same).Matrix);
        Assert.Equal(1, ColourMap.MongeKantorovitch(flat, flat, noise: 0.25).Matrix.YY, 1e-9);
        Assert.Equal(SymmetricMatrix3.Identity, ColourMap.MeanAndDeviation(flat, flat, noise: 0.25).Matrix);
    }

    [Fact]
    public void Pixels_match_the_formula_with_any_threads_and_alpha_is_passed_on()
    {
        using ImageBuffer image = TestBuffers.Random(33, 50, 4, low: -50, high: 100);
        using var actual = new ImageBuffer(33, 50);
        var m = new SymmetricMatrix3(1.5, 0.25, -0.5, 0.75, 0.125, 2);
        var map = new ColourMap(new Vector4(50, 10, -5, 9), m, new Vector4(40, -3, 7, 9));
        Threads.AssertSameBits<Vector4>(() =>
        {
            map.Apply(image, actual);
            return actual.Pixels;
        });
        for (int i = 0; i < image.Length; i++)
        {
            Vector4 pixel = image.Pixels[i];
            double x = pixel.X - 50, y = pixel.Y - 10, z = pixel.Z + 5;
            Vector4 expected = new((float)(40 + (m.XX * x) + (m.XY * y) + (m.XZ * z)), (float)(-3 + (m.XY * x) + (m.YY * y) + (m.YZ * z)), (float)(7 + (m.XZ * x) + (m.YZ * y) + (m.ZZ * z)), pixel.W);
            TestBuffers.AssertClose(expected, actual.Pixels[i], 1e-4, "mapped");
            Assert.Equal(pixel.W, actual.Pixels[i].W);
        }

        map.Apply(image, image);
        Assert.True(image.Pixels.SequenceEqual(actual.Pixels));
    }

    private static (ColourStatistics Wanted, ColourStatistics Got) MapCloud(int seed, Func<ColourStatistics, ColourStatistics, ColourMap> make)
    {
        using ImageBuffer source = Cloud(seed), target = Cloud(seed + 1);
        using Plane weights = TestBuffers.RandomPlane(source.Width, source.Height, seed + 2);
        ColourStatistics wanted = ColourStatistics.Measure(target, weights);
        make(ColourStatistics.Measure(source, weights), wanted).Apply(source, source);
        return (wanted, ColourStatistics.Measure(source, weights));
    }

    // Colours whose channels depend on each other, but of three dimensions: a flat cloud's inverse is nothing but rounding.
    private static ImageBuffer Cloud(int seed)
    {
        ImageBuffer cloud = TestBuffers.Random(24, 20, seed, low: -1);
        Random random = new(seed);
        float Next(float size) => size * ((2 * random.NextSingle()) - 1);
        Vector4 x = new(8 + Next(2), Next(2.5f), Next(2.5f), 0), y = new(Next(2.5f), 8 + Next(2), Next(2.5f), 0), z = new(Next(2.5f), Next(2.5f), 8 + Next(2), 0);
        Vector4 mean = new(50 + Next(30), Next(20), Next(20), 1);
        foreach (ref Vector4 pixel in cloud.Pixels)
            pixel = mean + (pixel.X * x) + (pixel.Y * y) + (pixel.Z * z);
        return cloud;
    }

    private static Plane Ones(ImageBuffer image)
    {
        var plane = new Plane(image.Width, image.Height);
        plane.Fill(1);
        return plane;
    }

    private static void AssertClose(Vector4 expected, Vector4 actual) => TestBuffers.AssertClose(expected, actual, 1e-3, "mapped");
}
