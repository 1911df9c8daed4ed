using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Statistics;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Statistics;

public class PlaneStatisticsTests
{
    [Fact]
    public void They_are_the_mean_and_the_deviation_without_outliers()
    {
        using Plane values = TestBuffers.RandomPlane(43, 31, 1, low: 40, high: 60), weights = TestBuffers.RandomPlane(43, 31, 2, low: -0.5f);
        for (int i = 0; i < 60; i++)
            values.Values[i * 17] = 95 + (i % 5);
        PlaneStatistics measured = PlaneStatistics.MeasureRobustly(values, weights, 2);
        (double weight, double mean, double deviation) = Measure(values, weights, 0, double.PositiveInfinity);
        (double fewer, double expectedMean, double expectedDeviation) = Measure(values, weights, mean, 2 * deviation);
        Assert.True(fewer < 0.97 * weight, "Nothing was an outlier.");
        Assert.Equal(fewer, measured.Weight, 1e-4 * fewer);
        Assert.Equal(expectedMean, measured.Mean, 1e-5 * expectedMean);
        Assert.Equal(expectedDeviation, measured.Deviation, 1e-5 * expectedDeviation);
    }

    [Fact]
    public void Where_nothing_is_seen_nothing_is_measured()
    {
        using Plane values = TestBuffers.RandomPlane(9, 7, 3);
        using Plane none = new(9, 7);
        Assert.Equal(default, PlaneStatistics.MeasureRobustly(values, none, 3));
    }

    [Fact]
    public void Of_one_value_the_deviation_is_0()
    {
        using Plane values = new(11, 5), weights = TestBuffers.RandomPlane(11, 5, 4);
        values.Fill(73.4f);
        PlaneStatistics measured = PlaneStatistics.MeasureRobustly(values, weights, 3);
        Assert.Equal(73.4f, measured.Mean, 1e-4f);
        Assert.Equal(0, measured.Deviation, 1e-4f);
        Assert.Equal(PlaneMath.Sum(weights), measured.Weight, 1e-5);
    }

    private static (double Weight, double Mean, double Deviation) Measure(Plane values, Plane weights, double centre, double limit)
    {
        double weight = 0, sum = 0, squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (weights.Values[i] <= 0 || Math.Abs(values.Values[i] - centre) > limit)
                continue;
            weight += weights.Values[i];
            sum += (double)weights.Values[i] * values.Values[i];
            squares += (double)weights.Values[i] * values.Values[i] * values.Values[i];
        }

        double mean = sum / weight;
        return (weight, mean, Math.Sqrt((squares / weight) - (mean * mean)));
    }
}
