using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Filtering;

public class BandContrastTests
{
    [Fact]
    public void It_is_the_root_mean_square_without_outliers()
    {
        const double Limit = 1.5;
        using ImageBuffer image = TestBuffers.Random(37, 29, seed: 3, low: -4, high: 9), lower = TestBuffers.Random(37, 29, seed: 4);
        using Plane weights = TestBuffers.RandomPlane(37, 29, seed: 5), seen = TestBuffers.RandomCoverage(37, 29, seed: 6, share: 0.7);
        PlaneMath.Multiply(weights, seen, weights);
        Vector4 measured = BandContrast.Measure(image, lower, weights, (float)Limit);
        for (int channel = 0; channel < 4; channel++)
        {
            double first = Rms(image, lower, weights, channel, double.PositiveInfinity), expected = Rms(image, lower, weights, channel, Limit * first);
            Assert.InRange(measured[channel], expected * (1 - 1e-5), expected * (1 + 1e-5));
            Assert.True(expected < 0.99 * first, "Nothing was an outlier.");
        }
    }

    [Theory]
    [InlineData(37)]
    [InlineData(40)]
    public void Both_bands_are_measured_at_once(int width)
    {
        const double Limit = 1.4;
        using ImageBuffer image = TestBuffers.Random(width, 29, seed: 3, low: -4, high: 9), middle = TestBuffers.Random(width, 29, seed: 4, high: 5), low = TestBuffers.Random(width, 29, seed: 5);
        using Plane weights = TestBuffers.RandomPlane(width, 29, seed: 6), seen = TestBuffers.RandomCoverage(width, 29, seed: 7, share: 0.7);
        PlaneMath.Multiply(weights, seen, weights);
        BandContrast measured = BandContrast.Measure(image, middle, low, weights, (float)Limit);
        double total = PlaneMath.Sum(weights);
        for (int channel = 0; channel < 4; channel++)
        {
            double fine = Rms(image, middle, weights, channel, Limit * Rms(image, middle, weights, channel, double.PositiveInfinity));
            double wide = Rms(middle, low, weights, channel, Limit * Rms(middle, low, weights, channel, double.PositiveInfinity));
            double level = 0;
            for (int i = 0; i < low.Length; i++)
                level += weights.Values[i] * low.Pixels[i][channel] / total;
            Assert.Equal(fine, measured.Fine[channel], 1e-5 * fine);
            Assert.Equal(wide, measured.Middle[channel], 1e-5 * wide);
            Assert.Equal(level, measured.Level[channel], 1e-5);
        }
    }

    [Fact]
    public void It_does_not_depend_on_threads()
    {
        using ImageBuffer image = TestBuffers.Random(61, 53, seed: 7), lower = TestBuffers.Random(61, 53, seed: 8);
        using Plane weights = TestBuffers.RandomPlane(61, 53, seed: 9);
        Vector4[] measured = new Vector4[1];
        Threads.AssertSameBits<Vector4>(() =>
        {
            measured[0] = BandContrast.Measure(image, lower, weights, 3);
            return measured;
        });
    }

    private static double Rms(ImageBuffer image, ImageBuffer lower, Plane weights, int channel, double limit)
    {
        double sum = 0, weight = 0;
        for (int i = 0; i < image.Length; i++)
        {
            double detail = Math.Min(Math.Abs((double)image.Pixels[i][channel] - lower.Pixels[i][channel]), limit);
            sum += weights.Values[i] * detail * detail;
            weight += weights.Values[i];
        }

        return Math.Sqrt(sum / weight);
    }
}
