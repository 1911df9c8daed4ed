using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Where the taps of a run of destination pixels begin in a grid of cells, and how far each pixel lies past the place where its tap came to be the first.</summary>
internal unsafe struct TapRun
{
    /// <summary>Pixels of a run at most.</summary>
    public const int Most = 64;

    /// <summary>Floats that a pixel's weights take at most.</summary>
    public const int MostWeights = 2 * FootprintAxis.MostTaps;

    public fixed int Column[Most];
    public fixed int Row[Most];
    public fixed float PastX[Most];
    public fixed float PastY[Most];

    /// <summary>Finds the taps of a run.</summary>
    /// <param name="horizontal">The source's horizontal axis.</param>
    /// <param name="vertical">Its vertical axis.</param>
    /// <param name="bounds">The cells that there are; columns and rows are counted from their first.</param>
    /// <param name="x">The run's first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="count">Its pixels, 1 to <see cref="Most"/>.</param>
    public void Find(in FootprintAxis horizontal, in FootprintAxis vertical, RectI bounds, int x, int y, int count)
    {
        fixed (int* column = Column, row = Row)
        fixed (float* pastX = PastX, pastY = PastY)
        {
            Find(horizontal, bounds.X1, x, y, count, column, pastX);
            Find(vertical, bounds.Y1, x, y, count, row, pastY);
        }
    }

    // Four at a time: the room behind the run's end is there.
    private static void Find(in FootprintAxis axis, int origin, int x, int y, int count, int* first, float* past)
    {
        Vector256<double> start = Vector256.Create(axis.RowStart(y)), step = Vector256.Create(axis.Step);
        Vector256<double> nearest = Vector256.Create(FootprintAxis.Nearest), farthest = Vector256.Create(axis.Farthest);
        Vector256<double> reach = Vector256.Create((double)axis.Reach);
        Vector256<double> column = Vector256.Create((double)x) + Vector256.Create(0.0, 1, 2, 3);
        for (int i = 0; i < count; i += 4)
        {
            Vector256<double> position = start + (step * column);
            position = Vector256.MinNative(Vector256.MaxNative(position, nearest), farthest) - reach;
            Vector256<double> whole = Vector256.Floor(position);
            (Vector128.ConvertToInt32Native(Single(whole)) + Vector128.Create(1 - origin)).Store(first + i);
            Single(position - whole).Store(past + i);
            column += Vector256.Create(4.0);
        }
    }

    private static Vector128<float> Single(Vector256<double> value) => Vector256.Narrow(value, value).GetLower();
}
