using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>One axis of a sampled source: how destination pixels map onto it and how its cells are weighted.</summary>
internal readonly unsafe struct FootprintAxis
{
    /// <summary>Room for an axis's weights: taps are taken four at a time.</summary>
    public const int MostTaps = 12;

    /// <summary>The first position there is: up to here every tap lies before the image.</summary>
    public const double Nearest = -1.0 - MostTaps;

    // The least that keeps what aliases among the cells (whose averages are 0 at their own frequency) at 0.31.
    private const double CellsPerFootprint = 1.42;
    private const double WidestStretch = 2 * CellsPerFootprint;
    private const int LargestCell = 1 << 20;

    private readonly double _dx;
    private readonly double _dy;
    private readonly double _origin;
    private readonly int _last;

    /// <summary>Describes an axis.</summary>
    /// <param name="dx">How far a step along the destination's x goes along it.</param>
    /// <param name="dy">How far a step along the destination's y goes.</param>
    /// <param name="translation">Where the destination's origin lies on it.</param>
    /// <param name="pixels">The source's pixels along it.</param>
    public FootprintAxis(double dx, double dy, double translation, int pixels)
    {
        double footprint = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        IsWhole = footprint is >= WidestStretch and <= LargestCell && (dx == 0 || dy == 0) && double.IsInteger(footprint) && double.IsInteger(translation / footprint);
        Cell = IsWhole ? (int)footprint : footprint < WidestStretch ? 1 : (int)Math.Min(LargestCell, footprint / CellsPerFootprint);
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

    /// <summary>Whether every destination pixel is one whole cell: the kernel then has that cell's weight alone, 1.</summary>
    public bool IsWhole { get; }

    /// <summary>The kernel's stretch, in cells.</summary>
    public float Stretch { get; }

    /// <summary>How far the kernel reaches to either side, in cells.</summary>
    public float Reach => CatmullRom.Radius * Stretch;

    /// <summary>Cells that the kernel touches, 4 to 12.</summary>
    public int Taps { get; }

    /// <summary>How far a step along the destination's x goes, in cells.</summary>
    public double Step => _dx;

    /// <summary>The last position there is: from here on every tap lies beyond the image.</summary>
    public double Farthest => _last + (double)MostTaps;

    /// <summary>Where a row's column 0 lies among the cells' centres.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double RowStart(int y) => (_dy * y) + _origin;

    /// <summary>Where a destination pixel's centre lies among the cells' centres, held near the image; what can't be told is held at its start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Position(int x, int y)
    {
        double position = RowStart(y) + (_dx * x);
        return position > Nearest ? Math.Min(position, Farthest) : Nearest;
    }

    /// <summary>The first of the cells that the kernel touches.</summary>
    /// <param name="position">Where the kernel's centre lies.</param>
    /// <param name="past">How far that is past the place where this cell came to be the first: in [0, 1).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstTap(double position, out double past)
    {
        double start = position - Reach, whole = Math.Floor(start);
        past = start - whole;
        return (int)whole + 1;
    }

    /// <summary>The cells any of the destination's pixels needs, one beyond each side at the most; half-open.</summary>
    /// <param name="destination">The pixels, at least one.</param>
    public (int From, int To) CellsFor(Geometry.RectI destination)
    {
        double a = Position(destination.X1, destination.Y1);
        double b = Position(destination.X2 - 1, destination.Y1);
        double c = Position(destination.X1, destination.Y2 - 1);
        double d = Position(destination.X2 - 1, destination.Y2 - 1);
        int from = FirstTap(Math.Min(Math.Min(a, b), Math.Min(c, d)), out _);
        int to = FirstTap(Math.Max(Math.Max(a, b), Math.Max(c, d)), out _) + TapSums.Columns(Taps);
        from = Math.Clamp(from, -1, _last);
        return (from, Math.Clamp(to, from + 1, _last + 1));
    }

    /// <summary>The stretched kernel's weights, normalised to a sum of 1; 0 up to the next multiple of four.</summary>
    /// <param name="past">As <see cref="FirstTap"/> tells it; 1 is allowed.</param>
    /// <param name="weights">Room for a multiple of four.</param>
    public void Weights(double past, float* weights)
    {
        float step = 1 / Stretch;
        var steps = Vector128.Create(0f, step, 2 * step, 3 * step);
        Vector128<float> distance = Vector128.Create((float)(1 - past - Reach) * step) + steps;
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
