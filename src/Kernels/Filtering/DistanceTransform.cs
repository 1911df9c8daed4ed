using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// Exact Euclidean distances, by lower envelopes of parabolas in linear time: P. Felzenszwalb and D. Huttenlocher,
/// "Distance Transforms of Sampled Functions", Theory of Computing 8 (2012).
/// </summary>
public static unsafe class DistanceTransform
{
    private const int RowGrain = 8;
    private const int ColumnGrain = 128;

    /// <summary>
    /// The distance from each covered pixel's centre to the nearest point of an uncovered pixel's square: ½ beside an
    /// uncovered pixel, ½√2 at a corner. 0 for uncovered pixels. What lies outside the plane counts as uncovered. Exact
    /// up to the rounding of the square root to single precision.
    /// </summary>
    /// <param name="coverage">Above 0 is covered.</param>
    /// <param name="distance">Same size; may be <paramref name="coverage"/>. Pixels.</param>
    public static void Inside(Plane coverage, Plane distance)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        BufferShape.RequireSize(distance, coverage.Width, coverage.Height);
        int width = coverage.Width;
        int height = coverage.Height;
        if (width == 0 || height == 0)
            return;

        Executor.For(0, width, ColumnGrain, new ColumnBody(coverage.Pointer, distance.Pointer, width, height));
        Executor.For(0, height, RowGrain, new RowBody(distance.Pointer, width));
    }

    /// <summary>The vertical distance to the nearest uncovered pixel of the same column.</summary>
    private readonly struct ColumnBody(float* coverage, float* distance, int width, int height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int columns = to - from;
            using Scratch scratch = Scratch.Of<float>(columns);
            var run = new Span<float>(scratch.Floats, columns);

            run.Fill(-0.5f);
            for (int y = 0; y < height; y++)
            {
                nint row = ((nint)y * width) + from;
                for (int x = 0; x < columns; x++)
                {
                    run[x] = coverage[row + x] > 0 ? run[x] + 1 : -0.5f;
                    distance[row + x] = MathF.Max(run[x], 0);
                }
            }

            run.Fill(-0.5f);
            for (int y = height - 1; y >= 0; y--)
            {
                nint row = ((nint)y * width) + from;
                for (int x = 0; x < columns; x++)
                {
                    run[x] = distance[row + x] > 0 ? run[x] + 1 : -0.5f;
                    distance[row + x] = MathF.Max(MathF.Min(run[x], distance[row + x]), 0);
                }
            }
        }
    }

    /// <summary>
    /// Combines the columns' distances g along a row. A column's uncovered area begins at its near side, half a pixel
    /// before its centre, so the parabolas stand on the columns' sides: side k, at k, has the smaller g² of the columns
    /// k − 1 and k. A pixel's own column adds g² itself.
    /// </summary>
    private readonly struct RowBody(float* distance, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<double>((3L * width) + 4);
            var heights = (double*)scratch.Pointer;
            double* begins = heights + width + 1;
            using Scratch indices = Scratch.Of<int>(width + 1);
            var sides = (int*)indices.Pointer;

            for (int y = from; y < to; y++)
            {
                float* row = distance + ((nint)y * width);
                for (int k = 0; k <= width; k++)
                {
                    double left = k > 0 ? row[k - 1] : 0;
                    double right = k < width ? row[k] : 0;
                    double nearer = Math.Min(left, right);
                    heights[k] = nearer * nearer;
                }

                BuildEnvelope(heights, sides, begins);
                int current = 0;
                for (int x = 0; x < width; x++)
                {
                    double centre = x + 0.5;
                    while (begins[current + 1] <= centre)
                        current++;
                    double along = centre - sides[current];
                    double squared = Math.Min((double)row[x] * row[x], (along * along) + heights[sides[current]]);
                    row[x] = (float)Math.Sqrt(squared);
                }
            }
        }

        /// <summary>The parabolas of the lower envelope, from left to right, and where each begins to be the lowest.</summary>
        private void BuildEnvelope(double* heights, int* sides, double* begins)
        {
            int top = 0;
            sides[0] = 0;
            begins[0] = double.NegativeInfinity;
            for (int k = 1; k <= width; k++)
            {
                double crossing = Crossing(heights, sides[top], k);
                while (crossing <= begins[top])
                    crossing = Crossing(heights, sides[--top], k);

                sides[++top] = k;
                begins[top] = crossing;
            }

            begins[top + 1] = double.PositiveInfinity;
        }

        private static double Crossing(double* heights, int left, int right) =>
            ((heights[right] + ((double)right * right)) - (heights[left] + ((double)left * left))) / (2.0 * (right - left));
    }
}
