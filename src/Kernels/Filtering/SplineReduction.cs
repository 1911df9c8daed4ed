using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// From pixels to cells of n × n by the cubic B-spline, the adjoint of <see cref="SplineEnlargement"/>: it keeps the
/// place of everything, which a plain mean over cells does not.
/// </summary>
internal static unsafe class SplineReduction
{
    /// <summary>Cells beyond a side until all further ones are alike.</summary>
    public const int Margin = 3;

    private const int Lanes = 8;

    /// <summary>Computes the cells of <paramref name="cells"/>.</summary>
    /// <param name="source">Interleaved floats.</param>
    /// <param name="mask">
    /// Where there is one, a weight a pixel: the source, of four channels, is multiplied by it, and takes it for its fourth channel.
    /// </param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">Floats of a pixel, 1 or 4.</param>
    /// <param name="cell">Pixels of a cell.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <param name="destination">The cells, row after row.</param>
    /// <param name="cells">Cell (i, j)'s centre lies at ((i + ½)·cell, (j + ½)·cell).</param>
    public static void Apply(
        float* source, float* mask, int width, int height, int channels, int cell, EdgeMode edges, float* destination, RectI cells)
    {
        // Along the rows first: what is left of them is small.
        int length = Support.Length(cell);
        nint floats = (nint)cells.Width * channels;
        using Scratch weights = Scratch.Of<float>(length), rowWeights = Scratch.Of<float>(((long)length * channels) + Lanes), rows = Scratch.Of<float>(floats * height);
        Support.FillWeights(cell, weights.Floats);
        Support.Repeat(weights.Floats, length, channels, rowWeights.Floats);
        Executor.For(0, height, RowPieces.Of(height, (long)height * floats * length), new RowBody(source, mask, width, channels, cell, edges, rows.Floats, cells, rowWeights.Floats));
        Executor.For(0, cells.Height, RowPieces.Of(cells.Height, (long)cells.Height * floats * length), new ColumnBody(rows.Floats, height, floats, cell, edges, destination, cells.Y1, weights.Floats));
    }

    /// <summary>The pixels under a cell's spline: from First(cell index) on, Length of them, some with no weight.</summary>
    private static class Support
    {
        public static int Length(int cell) => (4 * cell) + 2;

        public static int First(int index, int cell) => (index * cell) - (3 * cell / 2) - 1;

        public static void FillWeights(int cell, float* weights)
        {
            for (int k = 0; k < Length(cell); k++)
                weights[k] = (float)(CubicSpline.Value(((First(0, cell) + k + 0.5) / cell) - 0.5) / cell);
        }

        /// <summary>Every weight for every channel, and none for a last vector's other lanes.</summary>
        public static void Repeat(float* weights, int length, int channels, float* repeated)
        {
            for (int i = 0; i < length * channels; i++)
                repeated[i] = weights[i / channels];
            new Span<float>(repeated + (length * channels), Lanes).Clear();
        }
    }

    private readonly struct RowBody(
        float* source, float* mask, int width, int channels, int cell, EdgeMode edges, float* destination, RectI cells, float* weights) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int length = Support.Length(cell), start = Support.First(cells.X1, cell);
            int before = Math.Max(0, -start), after = Math.Max(0, start + ((cells.Width - 1) * cell) + length - width);
            long floats = ((long)before + width + after) * channels;
            using Scratch memory = Scratch.Of<float>(floats + Lanes);
            float* line = memory.Floats, inside = line + (before * channels);
            new Span<float>(line, (int)floats + Lanes).Clear();
            for (int y = from; y < to; y++)
            {
                float* row = source + ((nint)y * width * channels);
                if (mask != null)
                    Multiply((Vector4*)row, mask + ((nint)y * width), (Vector4*)inside);
                else
                    new ReadOnlySpan<float>(row, width * channels).CopyTo(new Span<float>(inside, width * channels));
                if (edges == EdgeMode.Replicate)
                    Continue(line, before, inside, after);

                float* first = line + ((before + start) * channels), target = destination + ((nint)y * cells.Width * channels);
                for (int i = 0; i < cells.Width; i++, first += cell * channels, target += channels)
                {
                    Vector128<float> sum = Sum(first, length * channels);
                    if (channels == 1)
                        *target = sum[0] + sum[1] + (sum[2] + sum[3]);
                    else
                        sum.Store(target);
                }
            }
        }

        private void Multiply(Vector4* row, float* weights, Vector4* target)
        {
            for (int x = 0; x < width; x++)
                target[x] = (row[x] with { W = 1 }) * weights[x];
        }

        private void Continue(float* line, int before, float* inside, int after)
        {
            float* end = inside + ((nint)width * channels);
            for (int i = 0; i < before * channels; i++)
                line[i] = inside[i % channels];
            for (int i = 0; i < after * channels; i++)
                end[i] = end[(i % channels) - channels];
        }

        // The products by lanes, then both halves.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector128<float> Sum(float* values, int count)
        {
            Vector256<float> even = default, odd = default;
            int k = 0;
            for (; k <= count - (2 * Lanes); k += 2 * Lanes)
            {
                even = Vector256.FusedMultiplyAdd(Vector256.Load(values + k), Vector256.Load(weights + k), even);
                odd = Vector256.FusedMultiplyAdd(Vector256.Load(values + k + Lanes), Vector256.Load(weights + k + Lanes), odd);
            }

            for (; k < count; k += Lanes)
                even = Vector256.FusedMultiplyAdd(Vector256.Load(values + k), Vector256.Load(weights + k), even);
            even += odd;
            return even.GetLower() + even.GetUpper();
        }
    }

    private readonly struct ColumnBody(
        float* rows, int height, nint floats, int cell, EdgeMode edges, float* destination, int firstCell, float* weights) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int length = Support.Length(cell);
            using Scratch pointers = Scratch.Of<nint>(length), rowWeights = Scratch.Of<float>(length);
            var under = (float**)pointers.Pointer;
            for (int j = from; j < to; j++)
            {
                int terms = Collect(Support.First(firstCell + j, cell), length, under, rowWeights.Floats);
                FlatMath.Fold(under, rowWeights.Floats, terms, destination + (j * floats), floats);
            }
        }

        /// <summary>The image's rows under a cell; what lies beyond a side is added to the side's row.</summary>
        private int Collect(int first, int length, float** under, float* rowWeights)
        {
            int terms = 0;
            int previous = -1;
            for (int k = 0; k < length; k++)
            {
                int y = Math.Clamp(first + k, 0, height - 1);
                if (edges == EdgeMode.Zero && y != first + k)
                    continue;

                if (y == previous)
                {
                    rowWeights[terms - 1] += weights[k];
                    continue;
                }

                under[terms] = rows + (y * floats);
                rowWeights[terms++] = weights[k];
                previous = y;
            }

            return terms;
        }
    }
}
