using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Statistics;

namespace FaceFusion.Kernels.Tests.Statistics;

public class SceneStatisticsTests
{
    private const int Width = 61, Height = 43;

    [Fact]
    public void Contrasts_match_the_formula_in_double_precision()
    {
        using Plane picture = Noise(3), normalised = new(Width, Height);
        NormalisedContrast.Apply(picture, normalised);
        double[] weights = [.. Enumerable.Range(-3, 7).Select(k => Math.Exp(-k * k / (2 * 49.0 / 36)))];
        double total = weights.Sum() * weights.Sum();
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                double mean = 0, variance = 0;
                foreach ((double weight, double value) in Around(picture, weights, x, y))
                    mean += weight / total * value;
                foreach ((double weight, double value) in Around(picture, weights, x, y))
                    variance += weight / total * (value - mean) * (value - mean);
                Assert.Equal((picture.Row(y)[x] - mean) / (Math.Sqrt(variance) + 1 / 255.0), normalised.Row(y)[x], 2e-5);
            }
        }
    }

    [Fact]
    public void Light_and_contrast_hardly_count_and_a_flat_picture_has_none()
    {
        using Plane picture = Noise(4), dim = new(Width, Height), normalised = new(Width, Height), dimmer = new(Width, Height), flat = new(Width, Height);
        for (int i = 0; i < picture.Length; i++)
            dim.Values[i] = 0.3f + 0.4f * picture.Values[i];
        NormalisedContrast.Apply(picture, normalised);
        NormalisedContrast.Apply(dim, dimmer);
        for (int i = 0; i < picture.Length; i++)
            Assert.Equal(normalised.Values[i], dimmer.Values[i], 0.1f);

        flat.Values.Fill(0.6f);
        NormalisedContrast.Apply(flat, normalised);
        foreach (float value in normalised.Values)
            Assert.Equal(0, value, 1e-4f);
    }

    [Fact]
    public void What_is_no_number_stays_within_three_pixels()
    {
        using Plane picture = Noise(5), damaged = picture.Clone(), normalised = new(Width, Height), other = new(Width, Height);
        damaged.Row(20)[30] = float.NaN;
        NormalisedContrast.Apply(picture, normalised);
        NormalisedContrast.Apply(damaged, other);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                Assert.True(float.IsFinite(other.Row(y)[x]));
                if (Math.Abs(x - 30) > 3 || Math.Abs(y - 20) > 3)
                    Assert.Equal(normalised.Row(y)[x], other.Row(y)[x]);
            }
        }
    }

    [Fact]
    public void A_patch_has_the_numbers_of_its_values_and_of_its_neighbours()
    {
        using Plane plane = Noise(6);
        foreach (ref float value in plane.Values)
            value -= 0.5f;
        RectI patch = new(7, 5, 39, 29);
        double[] numbers = new double[SceneStatistics.Count];
        SceneStatistics.Measure(plane, patch, numbers);

        double[] alone = [.. from y in Enumerable.Range(5, 24) from x in Enumerable.Range(7, 32) select (double)plane.Row(y)[x]];
        Assert.Equal(GeneralisedGaussian.Shape(Ratio(alone)), numbers[0], 1e-9);
        Assert.Equal(alone.Average(value => value * value), numbers[1], 1e-9);
        (int X, int Y)[] directions = [(1, 0), (0, 1), (1, 1), (-1, 1)];
        for (int i = 0; i < directions.Length; i++)
        {
            (int dx, int dy) = directions[i];
            double[] products =
            [
                .. from y in Enumerable.Range(5, 24)
                   from x in Enumerable.Range(7, 32)
                   where y + dy < 29 && x + dx is >= 7 and < 39
                   select (double)plane.Row(y)[x] * plane.Row(y + dy)[x + dx],
            ];
            double left = products.Where(value => value < 0).Average(value => value * value), right = products.Where(value => value > 0).Average(value => value * value);
            (double shape, double mean) = GeneralisedGaussian.Asymmetric(Ratio(products), Math.Sqrt(left), Math.Sqrt(right));
            double[] expected = [shape, mean, left, right];
            for (int k = 0; k < 4; k++)
                Assert.Equal(expected[k], numbers[2 + 4 * i + k], 1e-9);
        }
    }

    [Fact]
    public void A_patch_without_contrast_has_no_numbers_and_one_outside_is_refused()
    {
        using Plane plane = new(20, 20);
        double[] numbers = new double[SceneStatistics.Count];
        numbers.AsSpan().Fill(1);
        SceneStatistics.Measure(plane, plane.Bounds, numbers);
        Assert.All(numbers, number => Assert.Equal(0, number));
        Assert.Throws<ArgumentException>(() => SceneStatistics.Measure(plane, new RectI(1, 0, 21, 20), new double[SceneStatistics.Count]));
        Assert.Throws<ArgumentException>(() => SceneStatistics.Measure(plane, plane.Bounds, new double[SceneStatistics.Count - 1]));
    }

    private static double Ratio(double[] values) => Math.Pow(values.Average(Math.Abs), 2) / values.Average(value => value * value);

    private static IEnumerable<(double Weight, double Value)> Around(Plane picture, double[] weights, int x, int y)
    {
        for (int dy = -3; dy <= 3; dy++)
        {
            for (int dx = -3; dx <= 3; dx++)
                yield return (weights[dy + 3] * weights[dx + 3], picture.Row(Math.Clamp(y + dy, 0, Height - 1))[Math.Clamp(x + dx, 0, Width - 1)]);
        }
    }

    private static Plane Noise(int seed)
    {
        Random random = new(seed);
        Plane plane = new(Width, Height);
        foreach (ref float value in plane.Values)
            value = random.NextSingle();
        return plane;
    }
}
