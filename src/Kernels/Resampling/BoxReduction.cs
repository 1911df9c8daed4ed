using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// Means of cells of nx × ny pixels; cell (i, j) holds the pixels [i·nx, (i+1)·nx) × [j·ny, (j+1)·ny). One cell beyond
/// each side may be asked for: all cells further out would be like it. The source is read once.
/// </summary>
internal static class BoxReduction
{
    private const int PixelsPerPiece = 1 << 15;

    /// <summary>Cells, without those beyond the sides, that cover so many pixels.</summary>
    public static int Cells(int pixels, int n) => (int)(((long)pixels + n - 1) / n);

    /// <summary>Fills <paramref name="destination"/> with the cells of <paramref name="cells"/>, row after row.</summary>
    /// <param name="rows">The pixels, of width × height, at least one.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="nx">A cell's columns.</param>
    /// <param name="ny">A cell's rows.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <param name="cells">Inside [−1, Cells(width) + 1) × [−1, Cells(height) + 1).</param>
    /// <param name="destination">Room for all cells.</param>
    public static unsafe void Reduce<TRows>(
        in TRows rows, int width, int height, int nx, int ny, EdgeMode edges, RectI cells, float* destination)
        where TRows : struct, IRowSource
    {
        long pixelsPerRow = Math.Max(1, (long)cells.Width * nx * ny);
        int grain = (int)Math.Clamp(PixelsPerPiece / pixelsPerRow, 1, 64);
        Executor.For(0, cells.Height, grain, new Body<TRows>(rows, width, height, nx, ny, edges, cells, destination));
    }

    /// <summary>How often each pixel of one axis counts in one cell: the first, those between once, the last.</summary>
    private readonly struct Span1D
    {
        public Span1D(int cell, int n, int pixels, EdgeMode edges)
        {
            long from = (long)cell * n;
            long to = from + n;
            if (edges == EdgeMode.Zero)
            {
                First = (int)Math.Clamp(from, 0, pixels);
                Count = (int)Math.Clamp(to, 0, pixels) - First;
                return;
            }

            First = (int)Math.Clamp(from, 0, pixels - 1);
            Count = (int)Math.Clamp(to - 1, 0, pixels - 1) - First + 1;
            ExtraFirst = (int)Math.Min(n, Math.Max(0, -from));
            ExtraLast = (int)Math.Min(n, Math.Max(0, to - pixels));

            // Wholly outside: the one clamped pixel stands for all of the cell's, and is counted once already.
            if (ExtraFirst == n)
                ExtraFirst--;
            else if (ExtraLast == n)
                ExtraLast--;
        }

        public int First { get; }

        public int Count { get; }

        public int ExtraFirst { get; }

        public int ExtraLast { get; }
    }

    private readonly unsafe struct Body<TRows>(
        TRows rows, int width, int height, int nx, int ny, EdgeMode edges, RectI cells, float* destination) : IRangeBody
        where TRows : struct, IRowSource
    {
        public void Run(int from, int to)
        {
            int channels = rows.Channels;
            int x1 = Math.Clamp(cells.X1 * nx, 0, width - 1);
            int x2 = (int)Math.Clamp((long)cells.X2 * nx, x1 + 1, width);
            nint count = (nint)(x2 - x1) * channels;
            using Scratch lines = Scratch.Of<float>(count * 2);

            for (int row = from; row < to; row++)
            {
                float* sum = SumRows(new Span1D(cells.Y1 + row, ny, height, edges), x1, x2 - x1, lines.Floats, lines.Floats + count);
                float* cell = destination + ((nint)row * cells.Width * channels);
                for (int cx = cells.X1; cx < cells.X2; cx++, cell += channels)
                    SumColumns(new Span1D(cx, nx, width, edges), sum, x1, channels, cell);
            }
        }

        /// <summary>The sum of a cell's rows over the columns from x on.</summary>
        private float* SumRows(Span1D span, int x, int pixels, float* sum, float* scratch)
        {
            nint count = (nint)pixels * rows.Channels;
            if (span.Count == 0)
            {
                new System.Span<float>(sum, (int)count).Clear();
                return sum;
            }

            if (ny == 1)
                return rows.Row(span.First, x, pixels, sum);

            for (int i = 0; i < span.Count; i++)
            {
                float* line = rows.Row(span.First + i, x, pixels, scratch);
                float weight = 1f + (i == 0 ? span.ExtraFirst : 0) + (i == span.Count - 1 ? span.ExtraLast : 0);
                if (i == 0)
                    FlatMath.Scale(line, weight, sum, count);
                else
                    FlatMath.AddScaled(line, weight, sum, count);
            }

            return sum;
        }

        private void SumColumns(Span1D span, float* sum, int x1, int channels, float* cell)
        {
            float factor = 1f / ((float)nx * ny);
            float* pixel = sum + ((nint)(span.First - x1) * channels);
            if (channels == 1)
            {
                float total = 0;
                for (int i = 0; i < span.Count; i++)
                    total += pixel[i];
                if (span.ExtraFirst > 0)
                    total += pixel[0] * span.ExtraFirst;
                if (span.ExtraLast > 0)
                    total += pixel[span.Count - 1] * span.ExtraLast;
                *cell = total * factor;
                return;
            }

            var vectors = (Vector4*)pixel;
            Vector4 sum4 = Vector4.Zero;
            for (int i = 0; i < span.Count; i++)
                sum4 += vectors[i];
            if (span.ExtraFirst > 0)
                sum4 += vectors[0] * span.ExtraFirst;
            if (span.ExtraLast > 0)
                sum4 += vectors[span.Count - 1] * span.ExtraLast;
            *(Vector4*)cell = sum4 * factor;
        }
    }
}
