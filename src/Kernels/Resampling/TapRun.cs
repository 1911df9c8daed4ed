using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>The first taps of a run of destination pixels, and how far each pixel lies past the place where its tap came to be the first.</summary>
internal unsafe struct TapRun
{
    /// <summary>Pixels of a run at most.</summary>
    public const int Most = 64;

    public fixed int FirstX[Most];
    public fixed int FirstY[Most];
    public fixed float PastX[Most];
    public fixed float PastY[Most];

    /// <summary>Finds the taps of a run.</summary>
    /// <param name="horizontal">The source's horizontal axis.</param>
    /// <param name="vertical">Its vertical axis.</param>
    /// <param name="x">The run's first column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="count">Its pixels, at most <see cref="Most"/>.</param>
    public void Find(in FootprintAxis horizontal, in FootprintAxis vertical, int x, int y, int count)
    {
        fixed (int* firstX = FirstX, firstY = FirstY)
        fixed (float* pastX = PastX, pastY = PastY)
        {
            Find(horizontal, x, y, count, firstX, pastX);
            Find(vertical, x, y, count, firstY, pastY);
        }
    }

    // Four at a time: the room behind the run's end is there.
    private static void Find(in FootprintAxis axis, int x, int y, int count, int* first, float* past)
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
            (Vector128.ConvertToInt32Native(Single(whole)) + Vector128<int>.One).Store(first + i);
            Single(position - whole).Store(past + i);
            column += Vector256.Create(4.0);
        }
    }

    private static Vector128<float> Single(Vector256<double> value) => Vector256.Narrow(value, value).GetLower();
}
