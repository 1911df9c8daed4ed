using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary><see cref="FootprintFilter"/> where the destination's axes are the source's.</summary>
internal static unsafe class AlignedFootprint
{
    private const int RowGrain = 4;

    /// <inheritdoc cref="FootprintFilter.Run{TSink}(in FootprintAxis, in FootprintAxis, bool, CellGrid, RectI, TSink)"/>
    public static void Run<TSink>(in FootprintAxis horizontal, in FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        if (horizontal is { IsWhole: true, Step: 1 } && vertical.IsWhole)
        {
            Executor.For(destination.Y1, destination.Y2, RowGrain, new CellBody<TSink>(horizontal, vertical, cells, destination, sink));
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

    /// <summary>Where every pixel is one cell: the bits of the kernel, whose other weights are 0.</summary>
    private readonly struct CellBody<TSink>(FootprintAxis horizontal, FootprintAxis vertical, CellGrid cells, RectI destination, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            Vector4* room = stackalloc Vector4[TapRun.Most];
            for (int y = from; y < to; y++)
            {
                Vector4* row = cells.Row((int)vertical.Position(0, y));
                (int x, int end) = sink.Wanted(y, destination.X1, destination.X2);
                for (int count; x < end; x += count)
                {
                    count = Math.Min(end - x, TapRun.Most);
                    Vector4* values = sink.Place(x, y, room);
                    int cell = (int)horizontal.Position(x, 0);
                    if (values == room && cell >= cells.Bounds.X1 && cell + count <= cells.Bounds.X2)
                        values = row + (cell - cells.Bounds.X1);
                    else
                        Copy(row, cell, values, count);
                    sink.Store(x, y, count, values);
                }
            }
        }

        // Cells around the known ones are like their nearest.
        private void Copy(Vector4* row, int cell, Vector4* values, int count)
        {
            int from = Math.Clamp(cells.Bounds.X1 - cell, 0, count), to = Math.Clamp(cells.Bounds.X2 - cell, from, count);
            new Span<Vector4>(values, from).Fill(row[0]);
            new ReadOnlySpan<Vector4>(row + (cell + from - cells.Bounds.X1), to - from).CopyTo(new Span<Vector4>(values + from, to - from));
            new Span<Vector4>(values + to, count - to).Fill(row[cells.Bounds.Width - 1]);
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
}
