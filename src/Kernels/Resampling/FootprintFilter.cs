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
        RequireFinite(map);
        if (destination.IsEmpty)
            return;

        if (source.Width == 0 || source.Height == 0)
        {
            Blank(destination, sink);
            return;
        }

        var horizontal = new FootprintAxis(map.Xx, map.Xy, map.Tx, source.Width);
        var vertical = new FootprintAxis(map.Yx, map.Yy, map.Ty, source.Height);
        RectI needed = CellsFor(horizontal, vertical, destination);
        using Scratch scratch = Scratch.Of<Vector4>((long)needed.Width * needed.Height);
        BoxReduction.Reduce(source, horizontal.Cell, vertical.Cell, outside, needed, scratch.Vectors);
        Run(horizontal, vertical, IsTurned(map), new CellGrid(needed, scratch.Vectors, needed.Width), destination, sink);
    }

    /// <summary>Refuses a map with a number that is not finite.</summary>
    public static void RequireFinite(Affine2D map)
    {
        if (!map.IsFinite)
            throw new ArgumentException($"The affine map {map} holds a number that is not finite; give a finite one.", nameof(map));
    }

    /// <summary>What an image of no pixels gives.</summary>
    public static void Blank<TSink>(RectI destination, TSink sink)
        where TSink : struct, IPixelSink => Executor.For(destination.Y1, destination.Y2, RowGrain, new BlankBody<TSink>(destination, sink));

    /// <summary>Whether a map mixes columns and rows.</summary>
    public static bool IsTurned(Affine2D map) => map.Xy != 0 || map.Yx != 0;

    /// <summary>The cells that a destination's pixels are computed from.</summary>
    public static RectI CellsFor(in FootprintAxis horizontal, in FootprintAxis vertical, RectI destination)
    {
        (int x1, int x2) = horizontal.CellsFor(destination);
        (int y1, int y2) = vertical.CellsFor(destination);
        return new RectI(x1, y1, x2, y2);
    }

    /// <summary>Samples cells at the centres of destination pixels.</summary>
    /// <param name="horizontal">How the destination lies along the source's columns.</param>
    /// <param name="vertical">How it lies along the source's rows.</param>
    /// <param name="isTurned">Whether a step along one of the destination's axes goes along both.</param>
    /// <param name="cells">As <see cref="CellsFor"/> says.</param>
    /// <param name="destination">The pixels to compute, at least one.</param>
    /// <param name="sink">What takes them.</param>
    public static void Run<TSink>(in FootprintAxis horizontal, in FootprintAxis vertical, bool isTurned, CellGrid cells, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        if (isTurned)
        {
            if (horizontal.Taps == 4 && vertical.Taps == 4)
                Executor.For(destination.Y1, destination.Y2, RowGrain, new BicubicBody<TSink>(horizontal, vertical, cells, destination, sink));
            else
                RunStretched(horizontal, vertical, cells, destination, sink);
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
            horizontal.Taps, first, weights.Floats, vertical, cells, destination, sink));
    }

    private static void RunStretched<TSink>(
        in FootprintAxis horizontal, in FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        using FootprintWeights weightsX = new(horizontal);
        using FootprintWeights weightsY = new(vertical);
        Executor.For(destination.Y1, destination.Y2, RowGrain, new StretchedBody<TSink>(
            horizontal, vertical, weightsX, weightsY, cells, destination, sink));
    }

    // Copies the taps of a pixel near the sides, where those outside are like the nearest cell.
    private static void Gather(in CellGrid cells, int tapX, int columns, int tapY, int rows, Vector4* taps)
    {
        RectI bounds = cells.Bounds;
        for (int j = 0; j < rows; j++)
        {
            Vector4* row = cells.Row(tapY + j);
            for (int i = 0; i < columns; i++)
                *taps++ = row[Math.Clamp(tapX + i, bounds.X1, bounds.X2 - 1) - bounds.X1];
        }
    }

    /// <summary>No reduction along either axis: four by four taps, whose weights are polynomials.</summary>
    private readonly struct BicubicBody<TSink>(
        FootprintAxis horizontal, FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        private const int Taps = 4;

        public void Run(int from, int to)
        {
            Vector4* taps = stackalloc Vector4[Taps * Taps];
            TapRun run;
            Vector4* corner = cells.First;
            nint stride = cells.Stride;
            RectI bounds = cells.Bounds;
            int left = bounds.X1, top = bounds.Y1, lastX = bounds.Width - Taps, lastY = bounds.Height - Taps;
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

                        Gather(cells, run.FirstX[i], Taps, run.FirstY[i], Taps, taps);
                        sink.Store(x + i, y, TapSums.Bicubic(taps, Taps, weights));
                    }
                }
            }
        }
    }

    /// <summary>A kernel that is stretched along at least one axis.</summary>
    private readonly struct StretchedBody<TSink>(
        FootprintAxis horizontal, FootprintAxis vertical, FootprintWeights tableX, FootprintWeights tableY,
        CellGrid cells, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            Vector4* taps = stackalloc Vector4[FootprintAxis.MostTaps * FootprintAxis.MostTaps];
            float* weightsX = stackalloc float[2 * FootprintAxis.MostTaps];
            float* weightsY = weightsX + FootprintAxis.MostTaps;
            TapRun run;
            int columns = tableX.Taps, rows = vertical.Taps;
            RectI bounds = cells.Bounds;
            int lastX = bounds.Width - columns, lastY = bounds.Height - rows;
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
                        int column = run.FirstX[i] - bounds.X1, row = run.FirstY[i] - bounds.Y1;
                        bool inside = column >= 0 && column <= lastX && row >= 0 && row <= lastY;
                        nint stride = inside ? cells.Stride : columns;
                        Vector4* corner = inside ? cells.First + (row * stride) + column : taps;
                        if (!inside)
                            Gather(cells, run.FirstX[i], columns, run.FirstY[i], rows, taps);
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
        int taps, int* firsts, float* weights, FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            RectI bounds = cells.Bounds;
            using Scratch scratch = Scratch.Of<Vector4>(bounds.Width);
            Vector4* line = scratch.Vectors;
            float* weightsY = stackalloc float[FootprintAxis.MostTaps];
            float** rows = stackalloc float*[FootprintAxis.MostTaps];
            for (int y = from; y < to; y++)
            {
                int tapY = vertical.FirstTap(vertical.Position(0, y), out double past);
                vertical.Weights(past, weightsY);
                for (int j = 0; j < vertical.Taps; j++)
                    rows[j] = (float*)cells.Row(tapY + j);
                FlatMath.Fold(rows, weightsY, vertical.Taps, (float*)line, (nint)bounds.Width * 4);

                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (; x < end; x++)
                {
                    int column = x - destination.X1;
                    sink.Store(x, y, SumColumns(line, bounds, firsts[column], weights + ((nint)column * FootprintAxis.MostTaps)));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 SumColumns(Vector4* line, RectI bounds, int tapX, float* weightsX)
        {
            Vector4 sum = Vector4.Zero;
            if (tapX >= bounds.X1 && tapX + taps <= bounds.X2)
            {
                Vector4* near = line + (tapX - bounds.X1);
                for (int i = 0; i < taps; i++)
                    sum += near[i] * weightsX[i];
                return sum;
            }

            for (int i = 0; i < taps; i++)
                sum += line[Math.Clamp(tapX + i, bounds.X1, bounds.X2 - 1) - bounds.X1] * weightsX[i];
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
