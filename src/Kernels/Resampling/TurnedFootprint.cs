using System.Numerics;
using System.Runtime.CompilerServices;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Resampling;

/// <summary><see cref="FootprintFilter"/> where a step along one of the destination's axes goes along both of the source's.</summary>
internal static unsafe class TurnedFootprint
{
    private const int RowGrain = 4;

    // Pieces of a destination, enough that threads end together.
    private const int Bands = 32;

    // A block's columns: long enough for memory to be read in streams.
    private const int BlockWidth = 256;

    /// <inheritdoc cref="FootprintFilter.Run{TSink}(in FootprintAxis, in FootprintAxis, bool, CellGrid, RectI, TSink)"/>
    public static void Run<TSink>(in FootprintAxis horizontal, in FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        if (horizontal.Taps == 4 && vertical.Taps == 4)
            Run(horizontal, vertical, cells, destination, sink, default(BicubicTaps));
        else
            RunStretched(horizontal, vertical, cells, destination, sink);
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
                Run(horizontal, vertical, cells, destination, sink, new SixTaps(x, y, vertical.Taps));
                break;
            case 8:
                Run(horizontal, vertical, cells, destination, sink, new EightTaps(x, y, vertical.Taps));
                break;
            default:
                Run(horizontal, vertical, cells, destination, sink, new TwelveTaps(x, y, vertical.Taps));
                break;
        }
    }

    private static void Run<TSink, TTaps>(
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
}
