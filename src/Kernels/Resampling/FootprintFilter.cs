using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Takes the sampled pixels, each once, in any order.</summary>
internal interface IPixelSink
{
    void Store(int x, int y, Vector4 value);
}

/// <summary>The filter behind <see cref="AreaSampler"/>, which says what it computes.</summary>
internal static unsafe class FootprintFilter
{
    private const double CellsPerFootprint = 1.5;
    private const double WidestStretch = 2 * CellsPerFootprint;
    private const int MostTaps = 12;
    private const int LargestCell = 1 << 20;
    private const int RowGrain = 4;

    public static void Run<TSink>(
        PixelView source, Affine2D map, NetworkSpace space, bool premultiplied, EdgeMode outside, int width, int height, TSink sink)
        where TSink : struct, IPixelSink
    {
        if (!map.IsFinite)
            throw new ArgumentException($"The affine map {map} holds a number that is not finite; give a finite one.", nameof(map));
        if (width == 0 || height == 0)
            return;

        if (source.IsEmpty)
        {
            Executor.For(0, height, RowGrain, new BlankBody<TSink>(width, sink));
            return;
        }

        var horizontal = new Axis(map.Xx, map.Xy, map.Tx, source.Width);
        var vertical = new Axis(map.Yx, map.Yy, map.Ty, source.Height);
        (int x1, int x2) = horizontal.CellsFor(width, height);
        (int y1, int y2) = vertical.CellsFor(width, height);
        var cells = new RectI(x1, y1, x2, y2);

        using Scratch scratch = Scratch.Of<Vector4>((long)cells.Width * cells.Height);
        var rows = new WorkingRows(source, space, premultiplied);
        BoxReduction.Reduce(rows, horizontal.Cell, vertical.Cell, outside, cells, scratch.Vectors);
        if (map.Xy != 0 || map.Yx != 0)
        {
            Executor.For(0, height, RowGrain, new Body<TSink>(horizontal, vertical, cells, scratch.Vectors, width, sink));
            return;
        }

        using Scratch weights = Scratch.Of<float>((long)width * MostTaps);
        using Scratch firsts = Scratch.Of<int>(width);
        var first = (int*)firsts.Pointer;
        for (int x = 0; x < width; x++)
        {
            double position = horizontal.Position(x, 0);
            first[x] = horizontal.FirstTap(position);
            horizontal.Weights(position, first[x], weights.Floats + ((nint)x * MostTaps));
        }

        Executor.For(0, height, RowGrain, new AlignedBody<TSink>(
            horizontal.Taps, first, weights.Floats, vertical, cells, scratch.Vectors, width, sink));
    }

    /// <summary>One axis of the source: how destination pixels map onto it and how its cells are weighted.</summary>
    private readonly struct Axis
    {
        private readonly double _dx;
        private readonly double _dy;
        private readonly double _origin;
        private readonly int _last;

        public Axis(double dx, double dy, double translation, int pixels)
        {
            double footprint = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
            Cell = footprint < WidestStretch ? 1 : (int)Math.Min(LargestCell, footprint / CellsPerFootprint);
            Stretch = (float)Math.Min(WidestStretch, footprint / Cell);
            Taps = (int)Math.Ceiling(2 * CatmullRom.Radius * Stretch);
            _last = BoxReduction.Cells(pixels, Cell);

            // Cell i's centre lies at (i + ½)·Cell; destination pixel (x, y)'s at (x + ½, y + ½).
            _dx = dx / Cell;
            _dy = dy / Cell;
            _origin = ((translation + ((dx + dy) / 2)) / Cell) - 0.5;
        }

        /// <summary>Source pixels of a cell.</summary>
        public int Cell { get; }

        /// <summary>The kernel's stretch, in cells.</summary>
        public float Stretch { get; }

        /// <summary>Cells that the kernel touches, at most 12.</summary>
        public int Taps { get; }

        /// <summary>Where a destination pixel's centre lies among the cells' centres, held near the image.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Position(int x, int y) =>
            Math.Min(Math.Max((_dx * x) + (_dy * y) + _origin, -1.0 - MostTaps), _last + (double)MostTaps);

        /// <summary>The first of the cells that the kernel touches.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int FirstTap(double position) => (int)Math.Floor(position - (CatmullRom.Radius * Stretch)) + 1;

        /// <summary>The cells any destination pixel needs, one beyond each side at the most; half-open.</summary>
        public (int From, int To) CellsFor(int width, int height)
        {
            double a = Position(0, 0);
            double b = Position(width - 1, 0);
            double c = Position(0, height - 1);
            double d = Position(width - 1, height - 1);
            int from = FirstTap(Math.Min(Math.Min(a, b), Math.Min(c, d)));
            int to = FirstTap(Math.Max(Math.Max(a, b), Math.Max(c, d))) + Taps;
            from = Math.Clamp(from, -1, _last);
            return (from, Math.Clamp(to, from + 1, _last + 1));
        }

        /// <summary>The kernel's weights, normalised to a sum of 1.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Weights(double position, int first, float* weights)
        {
            float step = 1 / Stretch;
            var steps = Vector128.Create(0f, step, 2 * step, 3 * step);
            Vector128<float> distance = Vector128.Create((float)(first - position) * step) + steps;
            Vector128<float> total = Vector128<float>.Zero;
            for (int i = 0; i < Taps; i += 4)
            {
                Vector128<float> weight = CatmullRom.Weight(distance);
                total += weight;
                weight.Store(weights + i);
                distance += Vector128.Create(4 * step);
            }

            float factor = 1 / (total.GetElement(0) + total.GetElement(1) + total.GetElement(2) + total.GetElement(3));
            for (int i = 0; i < Taps; i += 4)
                (Vector128.Load(weights + i) * factor).Store(weights + i);
        }
    }

    private readonly struct Body<TSink>(Axis horizontal, Axis vertical, RectI cells, Vector4* first, int width, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            float* weights = stackalloc float[2 * MostTaps];
            float* weightsX = weights;
            float* weightsY = weights + MostTaps;
            for (int y = from; y < to; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    double u = horizontal.Position(x, y);
                    double v = vertical.Position(x, y);
                    int tapX = horizontal.FirstTap(u);
                    int tapY = vertical.FirstTap(v);
                    horizontal.Weights(u, tapX, weightsX);
                    vertical.Weights(v, tapY, weightsY);

                    bool inside = tapX >= cells.X1 && tapX + horizontal.Taps <= cells.X2
                        && tapY >= cells.Y1 && tapY + vertical.Taps <= cells.Y2;
                    sink.Store(x, y, inside ? SumInside(tapX, tapY, weightsX, weightsY) : SumClamped(tapX, tapY, weightsX, weightsY));
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector4 SumInside(int tapX, int tapY, float* weightsX, float* weightsY)
        {
            Vector4* row = first + ((nint)(tapY - cells.Y1) * cells.Width) + (tapX - cells.X1);
            nint stride = cells.Width;
            int columns = horizontal.Taps;
            int rows = vertical.Taps;
            Vector4 sum = Vector4.Zero;
            for (int j = 0; j < rows; j++, row += stride)
            {
                // Two chains of additions, so that one need not wait for the other.
                Vector4 even = row[0] * weightsX[0];
                Vector4 odd = Vector4.Zero;
                int i = 1;
                for (; i + 1 < columns; i += 2)
                {
                    odd += row[i] * weightsX[i];
                    even += row[i + 1] * weightsX[i + 1];
                }

                if (i < columns)
                    odd += row[i] * weightsX[i];
                sum += (even + odd) * weightsY[j];
            }

            return sum;
        }

        private Vector4 SumClamped(int tapX, int tapY, float* weightsX, float* weightsY)
        {
            Vector4 sum = Vector4.Zero;
            for (int j = 0; j < vertical.Taps; j++)
            {
                Vector4* row = first + ((nint)(Math.Clamp(tapY + j, cells.Y1, cells.Y2 - 1) - cells.Y1) * cells.Width);
                Vector4 line = Vector4.Zero;
                for (int i = 0; i < horizontal.Taps; i++)
                    line += row[Math.Clamp(tapX + i, cells.X1, cells.X2 - 1) - cells.X1] * weightsX[i];
                sum += line * weightsY[j];
            }

            return sum;
        }
    }

    /// <summary>Without a turn the kernel falls apart: rows first, and every column's weights are known beforehand.</summary>
    private readonly struct AlignedBody<TSink>(
        int taps, int* firsts, float* weights, Axis vertical, RectI cells, Vector4* first, int width, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(cells.Width);
            Vector4* line = scratch.Vectors;
            float* weightsY = stackalloc float[MostTaps];
            float** rows = stackalloc float*[MostTaps];
            for (int y = from; y < to; y++)
            {
                double v = vertical.Position(0, y);
                int tapY = vertical.FirstTap(v);
                vertical.Weights(v, tapY, weightsY);
                for (int j = 0; j < vertical.Taps; j++)
                    rows[j] = (float*)(first + ((nint)(Math.Clamp(tapY + j, cells.Y1, cells.Y2 - 1) - cells.Y1) * cells.Width));
                FlatMath.Fold(rows, weightsY, vertical.Taps, (float*)line, (nint)cells.Width * 4);

                for (int x = 0; x < width; x++)
                    sink.Store(x, y, SumColumns(line, firsts[x], weights + ((nint)x * MostTaps)));
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

    private readonly struct BlankBody<TSink>(int width, TSink sink) : IRangeBody
        where TSink : struct, IPixelSink
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                for (int x = 0; x < width; x++)
                    sink.Store(x, y, Vector4.Zero);
            }
        }
    }
}
