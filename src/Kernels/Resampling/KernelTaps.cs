using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>No reduction along either axis: four by four taps, whose weights are polynomials.</summary>
internal readonly unsafe struct BicubicTaps : ITapSum
{
    public int Columns => 4;

    public int Rows => 4;

    public void Weigh(TapRun* run, int count, float* weights)
    {
        for (int i = 0; i < count; i++)
            CatmullRom.Weights(Vector256.Create(Vector128.Create(run->PastX[i]), Vector128.Create(run->PastY[i]))).Store(weights + (8 * i));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector4 Sum(Vector4* first, nint stride, float* weights, int i) => TapSums.Bicubic(first, stride, Vector256.Load(weights + (8 * i)));
}

/// <summary>A stretched kernel that is at most six cells wide.</summary>
internal readonly unsafe struct SixTaps(WeightTable x, WeightTable y, int rows) : ITapSum
{
    public int Columns => 6;

    public int Rows => rows;

    public void Weigh(TapRun* run, int count, float* weights) => WeightTable.Weigh(x, y, run, count, weights);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector4 Sum(Vector4* first, nint stride, float* weights, int i)
    {
        weights += TapRun.MostWeights * i;
        return TapSums.Six(first, stride, Vector256.Load(weights), weights + FootprintAxis.MostTaps, rows);
    }
}

/// <summary>A stretched kernel that is at most eight cells wide.</summary>
internal readonly unsafe struct EightTaps(WeightTable x, WeightTable y, int rows) : ITapSum
{
    public int Columns => 8;

    public int Rows => rows;

    public void Weigh(TapRun* run, int count, float* weights) => WeightTable.Weigh(x, y, run, count, weights);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector4 Sum(Vector4* first, nint stride, float* weights, int i)
    {
        weights += TapRun.MostWeights * i;
        return TapSums.Eight(first, stride, Vector256.Load(weights), weights + FootprintAxis.MostTaps, rows);
    }
}

/// <summary>A stretched kernel that is more than eight cells wide.</summary>
internal readonly unsafe struct TwelveTaps(WeightTable x, WeightTable y, int rows) : ITapSum
{
    public int Columns => 12;

    public int Rows => rows;

    public void Weigh(TapRun* run, int count, float* weights) => WeightTable.Weigh(x, y, run, count, weights);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector4 Sum(Vector4* first, nint stride, float* weights, int i)
    {
        weights += TapRun.MostWeights * i;
        return TapSums.Twelve(first, stride, Vector256.Load(weights), Vector128.Load(weights + 8), weights + FootprintAxis.MostTaps, rows);
    }
}
