using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>The filter behind <see cref="AreaSampler"/>, which says what it computes.</summary>
internal static unsafe class FootprintFilter
{
    private const int RowGrain = 4;

    /// <summary>Samples an image at the centres of destination pixels.</summary>
    /// <param name="source">The image; one of no pixels reads as zero.</param>
    /// <param name="map">Continuous destination to continuous source coordinates; may be singular.</param>
    /// <param name="outside">What lies beyond the source's sides.</param>
    /// <param name="destination">The pixels to compute. What one becomes doesn't depend on which others are computed.</param>
    /// <param name="sink">What takes them.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    public static void Run<TRows, TSink>(TRows source, Affine2D map, EdgeMode outside, RectI destination, TSink sink)
        where TRows : struct, IRowSource
        where TSink : struct, IPixelSink
    {
        if (!map.IsFinite)
            throw new ArgumentException($"The affine map {map} holds a number that is not finite; give a finite one.", nameof(map));
        if (destination.IsEmpty)
            return;

        if (source.Width == 0 || source.Height == 0)
        {
            Executor.For(destination.Y1, destination.Y2, RowGrain, new BlankBody<TSink>(destination, sink));
            return;
        }

        var horizontal = new FootprintAxis(map.Xx, map.Xy, map.Tx, source.Width);
        var vertical = new FootprintAxis(map.Yx, map.Yy, map.Ty, source.Height);
        (int x1, int x2) = horizontal.CellsFor(destination);
        (int y1, int y2) = vertical.CellsFor(destination);
        var cells = new RectI(x1, y1, x2, y2);

        using Scratch scratch = Scratch.Of<Vector4>((long)cells.Width * cells.Height);
        BoxReduction.Reduce(source, horizontal.Cell, vertical.Cell, outside, cells, scratch.Vectors);
        if (map.Xy != 0 || map.Yx != 0)
        {
            if (horizontal.Taps == 4 && vertical.Taps == 4)
                Executor.For(destination.Y1, destination.Y2, RowGrain, new BicubicBody<TSink>(horizontal, vertical, cells, scratch.Vectors, destination, sink));
            else
                RunStretched(horizontal, vertical, cells, scratch.Vectors, destination, sink);
            return;
        }

        using Scratch weights = Scratch.Of<float>((long)destination.Width * FootprintAxis.MostTaps);
        using Scratch firsts = Scratch.Of<int>(destination.Width);
        var first = (int*)firsts.Pointer;
        for (int x = 0; x < destination.Width; x++)
        {
            first[x] = horizontal.FirstTap(horizontal.Position(destination.X1 + x, 0), out double past);
            horizontal.Weights(past, weights.Floats + ((nint)x * FootprintAxis.MostTaps));
        }

        Executor.For(destination.Y1, destination.Y2, RowGrain, new AlignedBody<TSink>(
            horizontal.Taps, first, weights.Floats, vertical, cells, scratch.Vectors, destination, sink));
    }

    private static void RunStretched<TSink>(
        in FootprintAxis horizontal, in FootprintAxis vertical, RectI cells, Vector4* first, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        using FootprintWeights weightsX = new(horizontal);
        using FootprintWeights weightsY = new(vertical);
        Executor.For(destination.Y1, destination.Y2, RowGrain, new StretchedBody<TSink>(
            horizontal, vertical, weightsX, weightsY, cells, first, destination, sink));
    }

    // Copies the taps of a pixel near the sides, where those outside are like the nearest cell.
    private static void Gather(RectI cells, Vector4* first, int tapX, int columns, int tapY, int rows, Vector4* taps)
    {
        for (int j = 0; j < rows; j++)
        {
            Vector4* row = first + ((nint)(Math.Clamp(tapY + j, cells.Y1, cells.Y2 - 1) - cells.Y1) * cells.Width);
            for (int i = 0; i < columns; i++)
                *taps++ = row[Math.Clamp(tapX + i, cells.X1, cells.X2 - 1) - cells.X1];
        }
    }

    /// <summary>No reduction along either axis: four by four taps, whose weights are polynomials.</summary>
    private readonly struct BicubicBody<TSink>(
        FootprintAxis horizontal, FootprintAxis vertical, RectI cells, Vector4* first, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        private const int Taps = 4;

        public void Run(int from, int to)
        {
            Vector4* taps = stackalloc Vector4[Taps * Taps];
            TapRun run;
            Vector4* corner = first;
            nint stride = cells.Width;
            int left = cells.X1, top = cells.Y1, lastX = cells.Width - Taps, lastY = cells.Height - Taps;
            for (int y = from; y < to; y++)
            {
                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (int count; x < end; x += count)
                {
                    count = Math.Min(end - x, TapRun.Most);
                    run.Find(horizontal, vertical, x, y, count);
                    for (int i = 0; i < count; i++)
                    {
                        int column = run.FirstX[i] - left, row = run.FirstY[i] - top;
                        Vector256<float> weights = CatmullRom.Weights(
                            Vector256.Create(Vector128.Create(run.PastX[i]), Vector128.Create(run.PastY[i])));
                        if (column >= 0 && column <= lastX && row >= 0 && row <= lastY)
                        {
                            sink.Store(x + i, y, TapSums.Bicubic(corner + (row * stride) + column, stride, weights));
                            continue;
                        }

                        Gather(cells, corner, run.FirstX[i], Taps, run.FirstY[i], Taps, taps);
                        sink.Store(x + i, y, TapSums.Bicubic(taps, Taps, weights));
                    }
                }
            }
        }
    }

    /// <summary>A kernel that is stretched along at least one axis.</summary>
    private readonly struct StretchedBody<TSink>(
        FootprintAxis horizontal, FootprintAxis vertical, FootprintWeights tableX, FootprintWeights tableY,
        RectI cells, Vector4* first, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            Vector4* taps = stackalloc Vector4[FootprintAxis.MostTaps * FootprintAxis.MostTaps];
            float* weightsX = stackalloc float[2 * FootprintAxis.MostTaps];
            float* weightsY = weightsX + FootprintAxis.MostTaps;
            TapRun run;
            int columns = tableX.Taps, rows = vertical.Taps;
            int lastX = cells.Width - columns, lastY = cells.Height - rows;
            for (int y = from; y < to; y++)
            {
                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (int count; x < end; x += count)
                {
                    count = Math.Min(end - x, TapRun.Most);
                    run.Find(horizontal, vertical, x, y, count);
                    for (int i = 0; i < count; i++)
                    {
                        tableX.Take(run.PastX[i], weightsX);
                        tableY.Take(run.PastY[i], weightsY);
                        int column = run.FirstX[i] - cells.X1, row = run.FirstY[i] - cells.Y1;
                        bool inside = column >= 0 && column <= lastX && row >= 0 && row <= lastY;
                        nint stride = inside ? cells.Width : columns;
                        Vector4* corner = inside ? first + (row * stride) + column : taps;
                        if (!inside)
                            Gather(cells, first, run.FirstX[i], columns, run.FirstY[i], rows, taps);
                        sink.Store(x + i, y, columns == 12
                            ? TapSums.Twelve(corner, stride, weightsX, weightsY, rows)
                            : TapSums.Eight(corner, stride, weightsX, weightsY, rows));
                    }
                }
            }
        }
    }

    /// <summary>Without a turn the kernel falls apart: rows first, and every column's weights are known beforehand.</summary>
    private readonly struct AlignedBody<TSink>(
        int taps, int* firsts, float* weights, FootprintAxis vertical, RectI cells, Vector4* first, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(cells.Width);
            Vector4* line = scratch.Vectors;
            float* weightsY = stackalloc float[FootprintAxis.MostTaps];
            float** rows = stackalloc float*[FootprintAxis.MostTaps];
            for (int y = from; y < to; y++)
            {
                int tapY = vertical.FirstTap(vertical.Position(0, y), out double past);
                vertical.Weights(past, weightsY);
                for (int j = 0; j < vertical.Taps; j++)
                    rows[j] = (float*)(first + ((nint)(Math.Clamp(tapY + j, cells.Y1, cells.Y2 - 1) - cells.Y1) * cells.Width));
                FlatMath.Fold(rows, weightsY, vertical.Taps, (float*)line, (nint)cells.Width * 4);

                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (; x < end; x++)
                {
                    int column = x - destination.X1;
                    sink.Store(x, y, SumColumns(line, firsts[column], weights + ((nint)column * FootprintAxis.MostTaps)));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 SumColumns(Vector4* line, int tapX, float* weightsX)
        {
            Vector4 sum = Vector4.Zero;
            if (tapX >= cells.X1 && tapX + taps <= cells.X2)
            {
                Vector4* near = line + (tapX - cells.X1);
                for (int i = 0; i < taps; i++)
                    sum += near[i] * weightsX[i];
                return sum;
            }

            for (int i = 0; i < taps; i++)
                sum += line[Math.Clamp(tapX + i, cells.X1, cells.X2 - 1) - cells.X1] * weightsX[i];
            return sum;
        }
    }

    private readonly struct BlankBody<TSink>(RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (; x < end; x++)
                    sink.Store(x, y, Vector4.Zero);
            }
        }
    }
}
