using System.Runtime.InteropServices;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>
/// One axis of a filter, as <see cref="FootprintAxis"/> describes it, in whole numbers of 2⁻⁴⁰ cells: devices have no fast
/// double precision, some none at all, and whole numbers are the same everywhere.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct TapAxis
{
    private const int FractionBits = 40;
    private const double One = 1L << FractionBits;
    private const double Farthest = 1 << 22;

    private long _origin;
    private long _dx;
    private long _dy;
    private long _nearest;
    private long _farthest;
    private long _reach;
    private int _first;
    private int _end;
    private int _tableFirst;

    /// <summary>Cells that the kernel touches: 4, or the table's 8 or 12.</summary>
    public int Taps;

    /// <summary>Places between two cells for which the table has weights; 0 without a table.</summary>
    public int Phases;

    /// <summary>Describes an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="from">The first cell that is there.</param>
    /// <param name="end">The first that isn't any more.</param>
    /// <param name="phases">Places of the table, 0 without one.</param>
    /// <param name="tableFirst">Where the axis's table begins among all weights.</param>
    /// <param name="destination">The largest column or row that is asked for.</param>
    /// <exception cref="DeviceException">The map leads too far away for whole numbers.</exception>
    internal static TapAxis Of(in FootprintAxis axis, int from, int end, int phases, int tableFirst, int destination)
    {
        double origin = axis.RowStart(0), dx = axis.Step, dy = axis.RowStart(1) - origin;
        if (Math.Abs(origin) + ((Math.Abs(dx) + Math.Abs(dy)) * destination) > Farthest)
            throw new DeviceException("The crop lies too far outside the frame for the graphics card; render on the processor.");
        return new TapAxis
        {
            _origin = Fixed(origin),
            _dx = Fixed(dx),
            _dy = Fixed(dy),
            _nearest = Fixed(FootprintAxis.Nearest),
            _farthest = Fixed(Math.Min(axis.Farthest, Farthest)),
            _reach = Fixed(axis.Reach),
            _first = from,
            _end = end,
            _tableFirst = tableFirst,
            Taps = phases > 0 ? TapSums.Columns(axis.Taps) : axis.Taps,
            Phases = phases,
        };
    }

    /// <summary>Where a destination pixel's kernel begins.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="past">How far its beginning is past a cell's centre: in [0, 1].</param>
    public readonly int FirstTap(int x, int y, out float past)
    {
        long position = _origin + (_dx * x) + (_dy * y);
        position = position > _nearest ? (position < _farthest ? position : _farthest) : _nearest;
        long start = position - _reach;
        past = (start & ((1L << FractionBits) - 1)) * (1f / (1L << FractionBits));
        return (int)(start >> FractionBits) + 1;
    }

    /// <summary>Which of the stored cells a tap reads: those beyond them are like the nearest.</summary>
    /// <param name="tap">The cell.</param>
    public readonly int Stored(int tap) => ScalarMath.Clamp(tap, _first, _end - 1) - _first;

    /// <summary>A tap's weight.</summary>
    /// <typeparam name="TValues">Where the tables lie.</typeparam>
    /// <param name="tables">The tables.</param>
    /// <param name="tap">0 ≤ tap &lt; <see cref="Taps"/>.</param>
    /// <param name="past">As <see cref="FirstTap"/> tells it.</param>
    public readonly float Weight<TValues>(TValues tables, int tap, float past)
        where TValues : struct, IValues
    {
        if (Phases == 0)
            return Bicubic(tap, past);
        float place = past * Phases;
        int phase = (int)place;
        long at = _tableFirst + ((long)phase * Taps) + tap;
        float low = tables.Load(at);
        return low + ((tables.Load(at + Taps) - low) * (place - phase));
    }

    private static long Fixed(double value) => (long)Math.Round(value * One);

    // The four polynomials of CatmullRom.Weights.
    private static float Bicubic(int tap, float t)
    {
        if (tap == 0)
            return ((((-0.5f * t) + 1) * t) - 0.5f) * t;
        if (tap == 1)
            return (((1.5f * t) - 2.5f) * t * t) + 1;
        return tap == 2 ? ((((-1.5f * t) + 2) * t) + 0.5f) * t : ((0.5f * t) - 0.5f) * t * t;
    }
}
