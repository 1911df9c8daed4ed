using FaceFusion.Kernels.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Statistics;

public class GeneralisedGaussianTests
{
    // (E|x|)² / E x² of known distributions: Laplace 1/2, Gauss 2/π, even 3/4.
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(2 / Math.PI, 2)]
    [InlineData(0.3, 0.5)]
    [InlineData(0.75, GeneralisedGaussian.GreatestShape)]
    [InlineData(0, GeneralisedGaussian.LeastShape)]
    [InlineData(double.NaN, GeneralisedGaussian.LeastShape)]
    public void Known_distributions_have_their_shape(double ratio, double shape) => Assert.Equal(shape, GeneralisedGaussian.Shape(ratio), 0.002 * shape);

    [Fact]
    public void The_shape_grows_with_the_ratio() => Prop.ForAll(Gen.Choose(0, 100000).Two().ToArbitrary(), pair =>
    {
        (double low, double high) = (Math.Min(pair.Item1, pair.Item2) / 1e5, Math.Max(pair.Item1, pair.Item2) / 1e5);
        Assert.True(GeneralisedGaussian.Shape(low) <= GeneralisedGaussian.Shape(high));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.5, 2)]
    [InlineData(3, 1)]
    public void Sides_of_their_own_width_are_told_with_one_shape(double left, double right)
    {
        // Gaussian on either side, each side drawn as often as it is wide.
        Random random = new(5);
        double sum = 0, squares = 0, below = 0, above = 0, total = 0;
        int belowCount = 0, aboveCount = 0;
        const int count = 400000;
        for (int i = 0; i < count; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Abs(Math.Cos(2 * Math.PI * random.NextDouble()));
            bool isLeft = random.NextDouble() < left / (left + right);
            double value = isLeft ? -left * normal : right * normal;
            sum += Math.Abs(value);
            squares += value * value;
            total += value;
            (below, belowCount) = isLeft ? (below + value * value, belowCount + 1) : (below, belowCount);
            (above, aboveCount) = isLeft ? (above, aboveCount) : (above + value * value, aboveCount + 1);
        }

        (double shape, double mean) = GeneralisedGaussian.Asymmetric(sum * sum / count / squares, Math.Sqrt(below / belowCount), Math.Sqrt(above / aboveCount));
        Assert.Equal(2, shape, 0.05);
        Assert.Equal(total / count, mean, 0.01 * (left + right));
    }

    [Fact]
    public void Of_one_side_alone_or_none_nothing_is_no_number()
    {
        foreach ((double left, double right) in ((double, double)[])[(0, 1), (1, 0), (0, 0)])
        {
            (double shape, double mean) = GeneralisedGaussian.Asymmetric(0.5, left, right);
            Assert.True(double.IsFinite(shape) && double.IsFinite(mean));
            Assert.Equal(Math.Sign(right - left), Math.Sign(mean));
        }
    }
}
