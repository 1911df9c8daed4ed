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

    // Pieces of a destination, enough that threads end together.
    private const int Bands = 32;

    // A block's columns: long enough for memory to be read in streams.
    private const int BlockWidth = 256;

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
        if (horizontal.Cell == 1 && vertical.Cell == 1 && source.TryCells(needed, out CellGrid pixels))
        {
            Run(horizontal, vertical, IsTurned(map), pixels, destination, sink);
            return;
        }

        int stride = CellGrid.StrideFor(needed.Width);
        using Scratch scratch = Scratch.Of<Vector4>((long)stride * needed.Height);
        BoxReduction.Reduce(source, horizontal.Cell, vertical.Cell, outside, needed, scratch.Vectors, stride);
        Run(horizontal, vertical, IsTurned(map), new CellGrid(needed, scratch.Vectors, stride), destination, sink);
    }

    /// <summary>Refuses a map with a number that is not finite.</summary>
    public static void RequireFinite(Affine2D map)
    {
        if (!map.IsFinite)
            throw new ArgumentException($"The affine map {map} holds a number that is not finite; give a finite one.", nameof(map));
    }

    // What an image of no pixels gives.
    private static void Blank<TSink>(RectI destination, TSink sink)
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
                RunTurned(horizontal, vertical, cells, destination, sink, default(BicubicTaps));
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
        if (horizontal.Stretch == vertical.Stretch)
        {
            RunStretched(horizontal, vertical, weightsX.Table, weightsX.Table, cells, destination, sink);
            return;
        }

        using FootprintWeights weightsY = new(vertical);
        RunStretched(horizontal, vertical, weightsX.Table, weightsY.Table, cells, destination, sink);
    }

    private static void RunStretched<TSink>(
        in FootprintAxis horizontal, in FootprintAxis vertical, WeightTable x, WeightTable y, CellGrid cells, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        switch (TapSums.Columns(horizontal.Taps))
        {
            case 6:
                RunTurned(horizontal, vertical, cells, destination, sink, new SixTaps(x, y, vertical.Taps));
                break;
            case 8:
                RunTurned(horizontal, vertical, cells, destination, sink, new EightTaps(x, y, vertical.Taps));
                break;
            default:
                RunTurned(horizontal, vertical, cells, destination, sink, new TwelveTaps(x, y, vertical.Taps));
                break;
        }
    }

    private static void RunTurned<TSink, TTaps>(
        in FootprintAxis horizontal, in FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink, TTaps taps)
        where TSink : struct, IPixelSink
        where TTaps : struct, ITapSum
    {
        // Bands of some rows, where the destination is large enough to have many of them.
        int rows = Math.Clamp(destination.Height / Bands, RowGrain, TapRun.Most);
        Executor.For(destination.Y1, destination.Y2, rows, new TurnedBody<TSink, TTaps>(horizontal, vertical, cells, destination, sink, taps));
    }

    /// <summary>
    /// Block by block: the cells that a block needs are in the nearest caches from one of its rows to the next, however
    /// the destination is turned.
    /// </summary>
    private readonly struct TurnedBody<TSink, TTaps>(
        FootprintAxis horizontal, FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink, TTaps taps) : IRangeBody
        where TSink : struct, IPixelSink
        where TTaps : struct, ITapSum
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y += TapRun.Most)
                RunBand(y, Math.Min(y + TapRun.Most, to));
        }

        private void RunBand(int from, int to)
        {
            (int From, int To)* wanted = stackalloc (int, int)[TapRun.Most];
            int first = destination.X2, end = destination.X1;
            for (int y = from; y < to; y++)
            {
                (int x1, int x2) = wanted[y - from] = sink.Wanted(y, destination.X1, destination.X2);
                if (x1 >= x2)
                    continue;
                first = Math.Min(first, x1);
                end = Math.Max(end, x2);
            }

            Vector4* room = stackalloc Vector4[TapRun.Most];
            Vector4* near = stackalloc Vector4[FootprintAxis.MostTaps * FootprintAxis.MostTaps];
            float* weights = stackalloc float[TapRun.Most * TapRun.MostWeights];
            TapRun run;
            for (int block = first; block < end; block += BlockWidth)
            {
                for (int y = from; y < to; y++)
                {
                    int x = Math.Max(block, wanted[y - from].From), blockEnd = Math.Min(block + BlockWidth, wanted[y - from].To);
                    for (int count; x < blockEnd; x += count)
                    {
                        count = Math.Min(blockEnd - x, TapRun.Most);
                        Vector4* values = sink.Place(x, y, room);
                        run.Find(horizontal, vertical, cells.Bounds, x, y, count);
                        taps.Weigh(&run, count, weights);

                        // Along a run taps only go one way: those inside lie together.
                        int begin = 0, done = count;
                        while (begin < count && !IsInside(&run, begin))
                            begin++;
                        while (done > begin && !IsInside(&run, done - 1))
                            done--;
                        SumAtSides(&run, weights, 0, begin, near, values);
                        SumRun(taps, cells.First, cells.Stride, &run, weights, begin, done, values);
                        SumAtSides(&run, weights, done, count, near, values);
                        sink.Store(x, y, count, values);
                    }
                }
            }
        }

        // Of its own, so that all it needs stays in registers.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void SumRun(TTaps taps, Vector4* first, nint stride, TapRun* run, float* weights, int from, int to, Vector4* values)
        {
            for (int i = from; i < to; i++)
                values[i] = taps.Sum(first + (run->Row[i] * stride) + run->Column[i], stride, weights, i);
        }

        private bool IsInside(TapRun* run, int i) =>
            run->Column[i] >= 0 && run->Column[i] <= cells.Bounds.Width - taps.Columns && run->Row[i] >= 0 && run->Row[i] <= cells.Bounds.Height - taps.Rows;

        private void SumAtSides(TapRun* run, float* weights, int from, int to, Vector4* near, Vector4* values)
        {
            for (int i = from; i < to; i++)
            {
                Gather(cells, run->Column[i], taps.Columns, run->Row[i], taps.Rows, near);
                values[i] = taps.Sum(near, taps.Columns, weights, i);
            }
        }
    }

    // Copies the taps of a pixel near the sides, where those outside are like the nearest cell.
    private static void Gather(in CellGrid cells, int firstColumn, int columns, int firstRow, int rows, Vector4* taps)
    {
        RectI bounds = cells.Bounds;
        for (int j = 0; j < rows; j++)
        {
            Vector4* row = cells.Row(bounds.Y1 + firstRow + j);
            for (int i = 0; i < columns; i++)
                *taps++ = row[Math.Clamp(firstColumn + i, 0, bounds.Width - 1)];
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
            Vector4* room = stackalloc Vector4[TapRun.Most];
            float* weightsY = stackalloc float[FootprintAxis.MostTaps];
            float** rows = stackalloc float*[FootprintAxis.MostTaps];
            for (int y = from; y < to; y++)
            {
                int tapY = vertical.FirstTap(vertical.Position(0, y), out double past);
                bool isBlank = IsBlank(tapY);
                if (!isBlank)
                {
                    vertical.Weights(past, weightsY);
                    for (int j = 0; j < vertical.Taps; j++)
                        rows[j] = (float*)cells.Row(tapY + j);
                    FlatMath.Fold(rows, weightsY, vertical.Taps, (float*)line, (nint)bounds.Width * 4);
                }

                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (int count; x < end; x += count)
                {
                    count = Math.Min(end - x, TapRun.Most);
                    Vector4* values = sink.Place(x, y, room);
                    if (isBlank)
                        new Span<Vector4>(values, count).Clear();
                    for (int i = isBlank ? count : 0, column = x - destination.X1; i < count; i++, column++)
                        values[i] = SumColumns(line, bounds, firsts[column], weights + ((nint)column * FootprintAxis.MostTaps));
                    sink.Store(x, y, count, values);
                }
            }
        }

        // All taps lie beyond the image, where there is nothing: a wide frame in a square picture leaves half of it so.
        private bool IsBlank(int tapY)
        {
            bool isBeyond = tapY >= cells.Bounds.Y2 - 1 || tapY + vertical.Taps <= cells.Bounds.Y1 + 1;
            return isBeyond && new ReadOnlySpan<Vector4>(cells.Row(tapY), cells.Bounds.Width).IndexOfAnyExcept(Vector4.Zero) < 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 SumColumns(Vector4* line, RectI bounds, int tapX, float* weightsX)
        {
            if (taps is > 4 and <= 6 && tapX >= bounds.X1 && tapX + 6 <= bounds.X2)
            {
                float whole = 1;
                return TapSums.Six(line + (tapX - bounds.X1), 0, Vector256.Load(weightsX), &whole, 1);
            }

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
            Vector4* room = stackalloc Vector4[TapRun.Most];
            for (int y = from; y < to; y++)
            {
                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (int count; x < end; x += count)
                {
                    count = Math.Min(end - x, TapRun.Most);
                    Vector4* values = sink.Place(x, y, room);
                    new Span<Vector4>(values, count).Clear();
                    sink.Store(x, y, count, values);
                }
            }
        }
    }
}
