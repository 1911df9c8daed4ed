using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Colour;

public class ColourStatisticsTests
{
    [Fact]
    public void They_match_sums_in_double_precision()
    {
        using ImageBuffer image = TestBuffers.Random(37, 29, 1, low: -20, high: 90);
        using Plane weights = TestBuffers.RandomPlane(37, 29, 2, low: -0.5f);
        ColourStatistics actual = ColourStatistics.Measure(image, weights);

        double weight = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (int i = 0; i < image.Length; i++)
        {
            double w = Math.Max(weights.Values[i], 0);
            Vector4 p = image.Pixels[i];
            weight += w;
            x += w * p.X;
            y += w * p.Y;
            xx += w * p.X * p.X;
            xy += w * p.X * p.Y;
        }

        Assert.Equal(weight, actual.Weight, 1e-6);
        Assert.Equal(x / weight, actual.Mean.X, 1e-4);
        Assert.Equal(y / weight, actual.Mean.Y, 1e-4);
        Assert.Equal(0, actual.Mean.W);
        Assert.Equal((xx / weight) - (x / weight * x / weight), actual.Covariance.XX, 1e-6);
        Assert.Equal((xy / weight) - (x / weight * y / weight), actual.Covariance.XY, 1e-6);
        Assert.Equal(Math.Sqrt(actual.Covariance.XX), actual.Deviation.X, 1e-4);
    }

    [Fact]
    public void Outliers_do_not_count_when_they_must_not()
    {
        using ImageBuffer image = TestBuffers.Random(50, 50, 3, low: 40, high: 60);
        using var weights = new Plane(50, 50);
        weights.Fill(1);
        ColourStatistics clean = ColourStatistics.Measure(image, weights);
        for (int i = 0; i < 100; i++)
            image.Pixels[25 * i] = new Vector4(-400, 50, 900, 1);
        ColourStatistics robust = ColourStatistics.MeasureRobustly(image, weights, 3);
        TestBuffers.AssertClose(clean.Mean, robust.Mean, 0.2, "mean");
        TestBuffers.AssertClose(clean.Deviation, robust.Deviation, 0.1, "deviation");
        Assert.Equal(2400, robust.Weight);
    }

    [Fact]
    public void What_has_no_weight_is_not_even_looked_at()
    {
        using ImageBuffer image = TestBuffers.Random(9, 9, 4);
        using var weights = new Plane(9, 9);
        Assert.Equal(default, ColourStatistics.MeasureRobustly(image, weights, 3));
        weights.Values[40] = 0.5f;
        image.Pixels[41] = new Vector4(float.NaN);
        ColourStatistics one = ColourStatistics.MeasureRobustly(image, weights, 3);
        Assert.Equal(image.Pixels[40].AsVector3(), one.Mean.AsVector3());
        Assert.Equal(0, one.Covariance.YY, 1e-9);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using ImageBuffer image = TestBuffers.Random(41, 90, 5);
        using Plane weights = TestBuffers.RandomPlane(41, 90, 6);
        Threads.AssertSameBits<ColourStatistics>(() => new[] { ColourStatistics.MeasureRobustly(image, weights, 1.5f) });
    }
}
