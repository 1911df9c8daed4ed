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
    private const int PixelsAtOnce = 512;

    // While these are brought into the working space, the memory already delivers the next ones' pixels.
    private const int CellsAtOnce = 16;

    /// <summary>Cells, without those beyond the sides, that cover so many pixels.</summary>
    public static int Cells(int pixels, int n) => (int)(((long)pixels + n - 1) / n);

    /// <summary>Fills <paramref name="destination"/> with the cells of <paramref name="cells"/>.</summary>
    /// <param name="rows">The image, of at least one pixel.</param>
    /// <param name="nx">A cell's columns.</param>
    /// <param name="ny">A cell's rows.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <param name="cells">Inside [−1, Cells(width) + 1) × [−1, Cells(height) + 1).</param>
    /// <param name="destination">Room for all cells.</param>
    /// <param name="stride">Cells from a row to the next.</param>
    public static unsafe void Reduce<TRows>(in TRows rows, int nx, int ny, EdgeMode edges, RectI cells, Vector4* destination, nint stride)
        where TRows : struct, IRowSource
    {
        long pixelsPerRow = Math.Max(1, (long)cells.Width * nx * ny);
        int grain = (int)Math.Clamp(PixelsPerPiece / pixelsPerRow, 1, 64);
        Executor.For(0, cells.Height, grain, new Body<TRows>(rows, nx, ny, edges, cells, destination, stride));
    }

    /// <summary>How often each pixel of one axis counts in one cell: the first, those between once, the last.</summary>
    private readonly struct Share
    {
        public Share(int cell, int n, int pixels, EdgeMode edges)
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

        /// <summary>Whether all of the cell's pixels lie inside, each once.</summary>
        public bool IsWhole(int n) => Count == n && ExtraFirst == 0 && ExtraLast == 0;

        public float Weight(int i) => 1f + (i == 0 ? ExtraFirst : 0) + (i == Count - 1 ? ExtraLast : 0);
    }

    private readonly unsafe struct Body<TRows>(TRows rows, int nx, int ny, EdgeMode edges, RectI cells, Vector4* destination, nint stride) : IRangeBody
        where TRows : struct, IRowSource
    {
        public void Run(int from, int to)
        {
            int x1 = Math.Clamp(cells.X1 * nx, 0, rows.Width - 1);
            int count = (int)Math.Clamp((long)cells.X2 * nx, x1 + 1, rows.Width) - x1;
            if (nx == 1 && ny == 1)
            {
                for (int row = from; row < to; row++)
                    DecodeCells(cells.Y1 + row, x1, count, destination + (row * stride));

                return;
            }

            using Scratch lines = Scratch.Of<Vector4>(2L * count);
            Vector4* sum = lines.Vectors;

            // The cells that hold nx of the image's columns, each once.
            int firstWhole = Math.Clamp(0, cells.X1, cells.X2), endWhole = Math.Clamp(rows.Width / nx, firstWhole, cells.X2);
            float share = 1f / ((float)nx * ny);
            for (int row = from; row < to; row++)
            {
                var rowShare = new Share(cells.Y1 + row, ny, rows.Height, edges);
                Vector4* cell = destination + (row * stride), whole = cell + (firstWhole - cells.X1);
                int y = rowShare.First, wholeCells = endWhole - firstWhole;
                if (wholeCells > 0 && rowShare.IsWhole(ny) && TryAverage(y, firstWhole, wholeCells, whole))
                {
                    // The pixels that the cells at the sides are of, or are like.
                    if (firstWhole > cells.X1)
                        SumRows(rowShare, x1, Math.Min(nx, count), sum, sum + count);
                    if (endWhole < cells.X2)
                    {
                        int x = Math.Max(x1, Math.Min(endWhole * nx, x1 + count - 1));
                        SumRows(rowShare, x, x1 + count - x, sum + (x - x1), sum + count);
                    }
                }
                else
                {
                    SumRows(rowShare, x1, count, sum, sum + count);
                    Mean(sum + (((nint)firstWhole * nx) - x1), wholeCells, share, whole);
                    rows.Finish(whole, wholeCells);
                }

                MeanAtSides(cells.X1, firstWhole, sum - x1, share, cell);
                MeanAtSides(endWhole, cells.X2, sum - x1, share, cell + (endWhole - cells.X1));
            }
        }

        private bool TryAverage(int y, int first, int count, Vector4* cell)
        {
            for (int done = 0, n; done < count; done += n)
            {
                n = Math.Min(CellsAtOnce, count - done);
                if (!rows.TryAverage(y, ny, (first + done) * nx, nx, n, cell + done))
                    return false;
                rows.Finish(cell + done, n);
            }

            return true;
        }

        private void Mean(Vector4* columns, int count, float share, Vector4* cell)
        {
            for (Vector4* end = cell + count; cell < end; cell++, columns += nx)
            {
                Vector4 total = Vector4.Zero;
                for (int i = 0; i < nx; i++)
                    total += columns[i];
                *cell = total * share;
            }
        }

        /// <summary>Cells that reach, or lie, beyond a side.</summary>
        private void MeanAtSides(int from, int to, Vector4* columns, float factor, Vector4* cell)
        {
            for (int cx = from; cx < to; cx++, cell++)
            {
                var share = new Share(cx, nx, rows.Width, edges);
                *cell = SumColumns(share, columns + share.First) * factor;
                rows.Finish(cell, 1);
            }
        }

        /// <summary>A row of cells that are pixels, with those beyond the sides.</summary>
        private void DecodeCells(int y, int x, int count, Vector4* row)
        {
            int before = x - cells.X1, after = cells.Width - before - count;
            bool isZero = edges == EdgeMode.Zero;
            if (isZero && (y < 0 || y >= rows.Height))
            {
                new Span<Vector4>(row, cells.Width).Clear();
                return;
            }

            // Of cells that all lie beyond a side there is only one column.
            if (before < 0 || after < 0)
                before = after = 0;
            rows.Decode(Math.Clamp(y, 0, rows.Height - 1), x, count, row + before);
            if (isZero && (cells.X1 >= rows.Width || cells.X2 <= 0))
                *row = Vector4.Zero;
            new Span<Vector4>(row, before).Fill(isZero ? Vector4.Zero : row[before]);
            new Span<Vector4>(row + before + count, after).Fill(isZero ? Vector4.Zero : row[before + count - 1]);
        }

        /// <summary>The sum of a cell's rows over the columns from x on.</summary>
        private void SumRows(Share share, int x, int count, Vector4* sum, Vector4* line)
        {
            // In parts that stay in the nearest cache from one row to the next.
            for (int done = 0; done < count; done += PixelsAtOnce)
                SumPart(share, x + done, Math.Min(PixelsAtOnce, count - done), sum + done, line);
        }

        private void SumPart(Share share, int x, int count, Vector4* sum, Vector4* line)
        {
            if (share.Count == 0)
                new Span<Vector4>(sum, count).Clear();
            else
                rows.Load(share.First, x, count, sum);

            nint floats = (nint)count * 4;
            if (share.Count > 0 && share.Weight(0) != 1)
                FlatMath.Scale((float*)sum, share.Weight(0), (float*)sum, floats);
            for (int i = 1; i < share.Count; i++)
                rows.Add(share.First + i, x, count, share.Weight(i), sum, line);
        }

        private static Vector4 SumColumns(Share share, Vector4* pixels)
        {
            Vector4 sum = Vector4.Zero;
            for (int i = 0; i < share.Count; i++)
                sum += pixels[i];
            if (share.ExtraFirst > 0)
                sum += pixels[0] * share.ExtraFirst;
            if (share.ExtraLast > 0)
                sum += pixels[share.Count - 1] * share.ExtraLast;
            return sum;
        }
    }
}
