using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Statistics;

/// <summary>
/// What the normalised contrasts of a patch are like, in eighteen numbers: shape and variance of their distribution, and
/// of the products of neighbours in four directions the shape, the mean and the variances to the left and right of 0
/// (A. Mittal, R. Soundararajan and A. Bovik, "Making a 'completely blind' image quality analyzer", 2013).
/// </summary>
public static class SceneStatistics
{
    /// <summary>The numbers of a patch.</summary>
    public const int Count = 2 + 4 * 4;

    /// <summary>Measures a patch; pairs of which one pixel lies outside don't count.</summary>
    /// <param name="normalised">What <see cref="NormalisedContrast"/> gave.</param>
    /// <param name="patch">The patch, inside it.</param>
    /// <param name="numbers">Gets <see cref="Count"/> numbers; all 0 where the patch has no contrast.</param>
    /// <exception cref="ArgumentException">The patch isn't inside, or there is no room for the numbers.</exception>
    public static void Measure(Plane normalised, RectI patch, Span<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        if (patch.IsEmpty || patch.Intersect(normalised.Bounds) != patch || numbers.Length < Count)
            throw new ArgumentException($"A patch lies inside the picture and has {Count} numbers.", nameof(patch));

        Moments alone = default;
        for (int y = patch.Y1; y < patch.Y2; y++)
        {
            foreach (float value in normalised.Row(y)[patch.X1..patch.X2])
                alone.Add(value);
        }

        numbers[0] = alone.Squares > 0 ? GeneralisedGaussian.Shape(alone.Ratio) : 0;
        numbers[1] = alone.Squares / Math.Max(alone.Number, 1);
        int at = 2;
        foreach ((int dx, int dy) in (ReadOnlySpan<(int, int)>)[(1, 0), (0, 1), (1, 1), (-1, 1)])
        {
            Moments products = Products(normalised, patch, dx, dy);
            (double shape, double mean) = products.Squares > 0 ? GeneralisedGaussian.Asymmetric(products.Ratio, products.Left, products.Right) : (0, 0);
            numbers[at++] = shape;
            numbers[at++] = mean;
            numbers[at++] = products.Left * products.Left;
            numbers[at++] = products.Right * products.Right;
        }
    }

    private static Moments Products(Plane normalised, RectI patch, int dx, int dy)
    {
        Moments moments = default;
        for (int y = patch.Y1; y + dy < patch.Y2; y++)
        {
            ReadOnlySpan<float> row = normalised.Row(y), next = normalised.Row(y + dy);
            for (int x = patch.X1 + Math.Max(-dx, 0); x < patch.X2 - Math.Max(dx, 0); x++)
                moments.Add((double)row[x] * next[x + dx]);
        }

        return moments;
    }

    private struct Moments
    {
        private double _sum, _left, _right;
        private int _leftCount, _rightCount;

        public int Number { get; private set; }

        public readonly double Squares => _left + _right;

        // (E|x|)² / E x².
        public readonly double Ratio => _sum * _sum / (Number * Squares);

        public readonly double Left => Math.Sqrt(_left / Math.Max(_leftCount, 1));

        public readonly double Right => Math.Sqrt(_right / Math.Max(_rightCount, 1));

        public void Add(double value)
        {
            Number++;
            _sum += Math.Abs(value);
            if (value < 0)
            {
                _left += value * value;
                _leftCount++;
            }
            else if (value > 0)
            {
                _right += value * value;
                _rightCount++;
            }
        }
    }
}
