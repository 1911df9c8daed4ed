using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Warping;

/// <summary>Continues a field that is known inside a silhouette into its surroundings.</summary>
/// <remarks>
/// Inverse distance weighting of the silhouette's values: D. Shepard, "A two-dimensional interpolation function for
/// irregularly-spaced data", ACM '68, with the fourth power of the distance. Close to the silhouette that is its
/// nearest value; further away more of it counts, so that no edge runs outwards from a corner. The cost grows with the
/// silhouette's length times the surroundings' area: meant for coarse grids.
/// </remarks>
public static unsafe class SilhouetteExtension
{
    private const int RowGrain = 4;
    private const int Lanes = 8;

    // A covered pixel's centre lies about this far inside the silhouette.
    private const float Inset = 0.5f;

    // Keeps the weights finite; far less than the nearest distance of 1.
    private const float Softening = 1e-3f;

    /// <summary>
    /// X and Y of uncovered pixels become the weighted mean of those along the silhouette, times the fade; covered
    /// pixels keep them. Z becomes 0 and W the fade: 1 where covered, falling by a smoothstep over
    /// <paramref name="reach"/>, 0 beyond. With nothing covered all is 0.
    /// </summary>
    /// <param name="coverage">Above 0 is covered; the silhouette are the covered pixels with an uncovered one beside,
    /// above or below them. What lies outside the plane counts as covered.</param>
    /// <param name="field">Of the coverage's size; finite where covered. Changed in place.</param>
    /// <param name="reach">Where the fade ends, in pixels from the silhouette, above 0.</param>
    /// <exception cref="ArgumentException">Another size, or a reach that is not above 0.</exception>
    public static void Apply(Plane coverage, ImageBuffer field, float reach)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        BufferShape.RequireSize(field, coverage.Width, coverage.Height);
        if (!(reach > 0))
            throw new ArgumentOutOfRangeException(nameof(reach), reach, "A fade reaches further than 0 pixels.");

        int count = Silhouette(coverage, field, null, 0);
        using Scratch memory = Scratch.Of<float>(4L * Math.Max(1, count));
        Silhouette(coverage, field, memory.Floats, count);
        Executor.For(0, coverage.Height, RowGrain, new Body(coverage.Pointer, field.Pointer, coverage.Width, memory.Floats, count, reach, Bounds(memory.Floats, count)));
    }

    // The rectangle of a silhouette's pixels; empty without any: nothing is near it then.
    private static RectI Bounds(float* lists, int count)
    {
        RectI bounds = RectI.Empty;
        for (int k = 0; k < count; k++)
        {
            int x = (int)lists[k], y = (int)lists[count + k];
            bounds = bounds.Union(new RectI(x, y, x + 1, y + 1));
        }

        return bounds;
    }

    // Counts the silhouette's pixels and, given memory, stores their columns, rows, X and Y, each list by itself.
    private static int Silhouette(Plane coverage, ImageBuffer field, float* lists, int stride)
    {
        int count = 0, width = coverage.Width, height = coverage.Height;
        float* covered = coverage.Pointer;
        Vector4* values = field.Pointer;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                nint i = ((nint)y * width) + x;
                bool isEdge = covered[i] > 0
                    && ((x > 0 && !(covered[i - 1] > 0)) || (x + 1 < width && !(covered[i + 1] > 0))
                        || (y > 0 && !(covered[i - width] > 0)) || (y + 1 < height && !(covered[i + width] > 0)));
                if (!isEdge)
                    continue;
                if (lists != null)
                {
                    lists[count] = x;
                    lists[stride + count] = y;
                    lists[(2 * stride) + count] = values[i].X;
                    lists[(3 * stride) + count] = values[i].Y;
                }

                count++;
            }
        }

        return count;
    }

    private readonly struct Body(float* coverage, Vector4* field, int width, float* lists, int count, float reach, RectI silhouette) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                for (int x = 0; x < width; x += Lanes)
                    Block(x, y, Math.Min(Lanes, width - x));
            }
        }

        private void Block(int x, int y, int pixels)
        {
            nint first = ((nint)y * width) + x;
            bool isCovered = true;
            for (int i = 0; i < pixels; i++)
                isCovered &= coverage[first + i] > 0;

            Vector256<float> meanX = default, meanY = default, distance = default;
            if (!isCovered && IsBeyondReach(x, y, pixels))
            {
                new Span<Vector4>(field + first, pixels).Clear();
                return;
            }

            if (!isCovered)
                Means(Vector256.Create<float>(x) + Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7), y, out meanX, out meanY, out distance);
            for (int i = 0; i < pixels; i++)
            {
                bool isInside = coverage[first + i] > 0;
                float fade = isInside ? 1 : Feather.Smoothstep(distance[i] - Inset, reach, 0);
                Vector4 value = isInside ? field[first + i] : new Vector4(meanX[i], meanY[i], 0, 0);
                field[first + i] = fade > 0 ? new Vector4(value.X * fade, value.Y * fade, 0, fade) : Vector4.Zero;
            }
        }

        // Further from the rectangle around the silhouette than the fade reaches; no pixel is covered there.
        private bool IsBeyondReach(int x, int y, int pixels)
        {
            float across = Math.Max(Math.Max(silhouette.X1 - (x + pixels - 1), x - (silhouette.X2 - 1)), 0), down = Math.Max(Math.Max(silhouette.Y1 - y, y - (silhouette.Y2 - 1)), 0);
            return (across * across) + (down * down) >= (reach + Inset) * (reach + Inset);
        }

        private void Means(Vector256<float> column, float row, out Vector256<float> meanX, out Vector256<float> meanY, out Vector256<float> distance)
        {
            float* columns = lists, rows = columns + count, xs = rows + count, ys = xs + count;
            Vector256<float> nearest = Vector256.Create(float.PositiveInfinity), line = Vector256.Create(row);
            Vector256<float> sumX = default, sumY = default, total = default, otherX = default, otherY = default, otherTotal = default;
            int k = 0;
            for (; k <= count - 2; k += 2)
            {
                // Two reciprocals by one division.
                Vector256<float> first = Fourth(column, line, columns[k], rows[k], ref nearest), second = Fourth(column, line, columns[k + 1], rows[k + 1], ref nearest);
                Vector256<float> both = Vector256<float>.One / (first * second), weight = both * second, other = both * first;
                sumX = Vector256.FusedMultiplyAdd(weight, Vector256.Create(xs[k]), sumX);
                sumY = Vector256.FusedMultiplyAdd(weight, Vector256.Create(ys[k]), sumY);
                total += weight;
                otherX = Vector256.FusedMultiplyAdd(other, Vector256.Create(xs[k + 1]), otherX);
                otherY = Vector256.FusedMultiplyAdd(other, Vector256.Create(ys[k + 1]), otherY);
                otherTotal += other;
            }

            if (k < count)
            {
                Vector256<float> weight = Vector256<float>.One / Fourth(column, line, columns[k], rows[k], ref nearest);
                sumX = Vector256.FusedMultiplyAdd(weight, Vector256.Create(xs[k]), sumX);
                sumY = Vector256.FusedMultiplyAdd(weight, Vector256.Create(ys[k]), sumY);
                total += weight;
            }

            sumX += otherX;
            sumY += otherY;
            total += otherTotal;
            meanX = sumX / total;
            meanY = sumY / total;
            distance = Vector256.Sqrt(nearest);
        }

        // The fourth power of the distance, hardly softened.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Fourth(Vector256<float> column, Vector256<float> line, float x, float y, ref Vector256<float> nearest)
        {
            Vector256<float> dx = column - Vector256.Create(x), dy = line - Vector256.Create(y);
            Vector256<float> squared = Vector256.FusedMultiplyAdd(dx, dx, dy * dy), softened = squared + Vector256.Create(Softening);
            nearest = Vector256.MinNative(nearest, squared);
            return softened * softened;
        }
    }
}
