using System.Numerics;
using System.Runtime.CompilerServices;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Warping;

/// <summary>Evaluates a <see cref="DisplacementGrid"/> at the centres of a region's pixels, row by row.</summary>
internal readonly unsafe struct DisplacementRows : IDisposable
{
    private readonly Vector4* _cells;
    private readonly int _width;
    private readonly int _height;
    private readonly double _rowScale;
    private readonly double _rowStart;
    private readonly int _pixels;
    private readonly Scratch _taps;

    public DisplacementRows(DisplacementGrid grid, RectI region)
    {
        _cells = grid.Cells.Pointer;
        _width = grid.Cells.Width;
        _height = grid.Cells.Height;
        _rowScale = 1 / grid.CellHeight;
        _rowStart = region.Y1 - grid.OriginY;
        _pixels = region.Width;
        _taps = Scratch.Of<Tap>(Math.Max(1, _pixels));
        var taps = (Tap*)_taps.Pointer;
        for (int x = 0; x < _pixels; x++)
            taps[x] = new Tap((region.X1 - grid.OriginX + x + 0.5) / grid.CellWidth, _width);
    }

    /// <summary>The cells of a folded row, plus the zeros on either side of it.</summary>
    public int LineLength => _width + (2 * Tap.Margin);

    /// <summary>Folds the four rows of cells around a row of pixels into one; <see langword="false"/> when all is 0 there.</summary>
    /// <param name="y">The region's row, from 0 on.</param>
    /// <param name="line"><see cref="LineLength"/> vectors.</param>
    public bool Fold(int y, Vector4* line)
    {
        var tap = new Tap((_rowStart + y + 0.5) * _rowScale, _height);
        float** rows = stackalloc float*[4];
        float* weights = stackalloc float[4];
        int terms = 0;
        for (int k = 0; k < 4; k++)
        {
            int row = tap.First + k - Tap.Margin;
            if (row < 0 || row >= _height)
                continue;
            rows[terms] = (float*)(_cells + ((nint)row * _width));
            weights[terms++] = tap.Weights[k];
        }

        new Span<Vector4>(line, LineLength).Clear();
        FlatMath.Fold(rows, weights, terms, (float*)(line + Tap.Margin), (nint)_width * 4);
        return new Span<Vector4>(line + Tap.Margin, _width).IndexOfAnyExcept(Vector4.Zero) >= 0;
    }

    /// <summary>The field at a pixel's centre.</summary>
    /// <param name="line">The folded row.</param>
    /// <param name="x">The region's column, from 0 on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector4 At(Vector4* line, int x)
    {
        Tap* tap = (Tap*)_taps.Pointer + x;
        Vector4* near = line + tap->First;
        Vector4 weights = tap->Weights;
        return (near[0] * weights.X) + (near[1] * weights.Y) + ((near[2] * weights.Z) + (near[3] * weights.W));
    }

    public void Dispose() => _taps.Dispose();

    /// <summary>The first of the four cells around a place and their weights; cells are counted from the first zero before them.</summary>
    private readonly struct Tap
    {
        /// <summary>Zeros before and after the cells: what lies further out sees nothing else.</summary>
        public const int Margin = 4;

        public Tap(double position, int cells)
        {
            double centred = Math.Clamp(position - 0.5, -3, cells + 1);
            double floor = Math.Floor(centred);
            First = (int)floor - 1 + Margin;
            Weights = CubicSpline.Weights(centred - floor);
        }

        public int First { get; }

        public Vector4 Weights { get; }
    }
}
