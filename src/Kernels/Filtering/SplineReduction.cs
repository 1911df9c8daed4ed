using System.Numerics;
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

    /// <summary>Computes the cells of <paramref name="cells"/>.</summary>
    /// <param name="source">Interleaved floats.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">Floats of a pixel, 1 or 4.</param>
    /// <param name="cell">Pixels of a cell.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <param name="destination">The cells, row after row.</param>
    /// <param name="cells">Cell (i, j)'s centre lies at ((i + ½)·cell, (j + ½)·cell).</param>
    public static void Apply(
        float* source, int width, int height, int channels, int cell, EdgeMode edges, float* destination, RectI cells)
    {
        using Scratch weights = Scratch.Of<float>(Support.Length(cell));
        Support.FillWeights(cell, weights.Floats);
        Executor.For(0, cells.Height, 1, new Body(source, width, height, channels, cell, edges, destination, cells, weights.Floats));
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
    }

    private readonly struct Body(
        float* source, int width, int height, int channels, int cell, EdgeMode edges, float* destination, RectI cells, float* weights) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint floats = (nint)width * channels;
            int length = Support.Length(cell);
            using Scratch line = Scratch.Of<float>(floats);
            using Scratch pointers = Scratch.Of<nint>(length);
            using Scratch rowWeights = Scratch.Of<float>(length);
            var rows = (float**)pointers.Pointer;
            for (int j = from; j < to; j++)
            {
                int terms = CollectRows(Support.First(cells.Y1 + j, cell), length, rows, rowWeights.Floats);
                FlatMath.Fold(rows, rowWeights.Floats, terms, line.Floats, floats);
                float* target = destination + ((nint)j * cells.Width * channels);
                for (int i = 0; i < cells.Width; i++)
                    SumColumns(Support.First(cells.X1 + i, cell), length, line.Floats, target + ((nint)i * channels));
            }
        }

        /// <summary>The image's rows under a cell; what lies beyond a side is added to the side's row.</summary>
        private int CollectRows(int first, int length, float** rows, float* rowWeights)
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

                rows[terms] = source + ((nint)y * width * channels);
                rowWeights[terms++] = weights[k];
                previous = y;
            }

            return terms;
        }

        private void SumColumns(int first, int length, float* line, float* target)
        {
            int begin = Math.Clamp(-first, 0, length);
            int end = Math.Clamp(width - first, begin, length);
            float before = 0, after = 0;
            for (int k = 0; k < begin; k++)
                before += weights[k];
            for (int k = end; k < length; k++)
                after += weights[k];
            if (edges == EdgeMode.Zero)
                before = after = 0;

            if (channels == 1)
            {
                float sum = (line[0] * before) + (line[width - 1] * after);
                for (int k = begin; k < end; k++)
                    sum += line[first + k] * weights[k];
                *target = sum;
                return;
            }

            var pixels = (Vector4*)line;
            Vector4 total = (pixels[0] * before) + (pixels[width - 1] * after);
            for (int k = begin; k < end; k++)
                total += pixels[first + k] * weights[k];
            *(Vector4*)target = total;
        }
    }
}
