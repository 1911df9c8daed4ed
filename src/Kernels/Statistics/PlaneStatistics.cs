using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Statistics;

/// <summary>The weighted mean and standard deviation of a plane.</summary>
/// <param name="Weight">The weights' sum; 0 when nothing was measured, and everything else with it.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation (divided by the weights' sum).</param>
public readonly unsafe record struct PlaneStatistics(double Weight, float Mean, float Deviation)
{
    /// <summary>
    /// Measures a plane, then once more without the values that lie further from the first mean than so many standard
    /// deviations. Rows are summed in single precision, as differences from a value in their midst, their sums in double
    /// precision, in a fixed order.
    /// </summary>
    /// <param name="values">Finite values.</param>
    /// <param name="weights">Same size; 0 and less is not seen.</param>
    /// <param name="outlierLimit">In standard deviations, above 1.</param>
    public static PlaneStatistics MeasureRobustly(Plane values, Plane weights, float outlierLimit)
    {
        ArgumentNullException.ThrowIfNull(values);
        BufferShape.RequireSize(weights, values.Width, values.Height);
        PlaneStatistics all = Measure(values, weights, 0, float.PositiveInfinity);
        return all.Weight > 0 ? Measure(values, weights, all.Mean, (outlierLimit * all.Deviation) + 1e-4f) : all;
    }

    private static PlaneStatistics Measure(Plane values, Plane weights, float centre, float limit)
    {
        double weight = 0, sum = 0, squares = 0;
        for (int y = 0; y < values.Height; y++)
        {
            float* row = values.RowPointer(y), share = weights.RowPointer(y);
            Vector256<float> w = default, s = default, q = default;
            int x = 0;
            for (; x <= values.Width - Vector256<float>.Count; x += Vector256<float>.Count)
                Add(Vector256.Load(row + x), Vector256.Load(share + x), centre, limit, ref w, ref s, ref q);
            for (; x < values.Width; x++)
                Add(Vector256.CreateScalar(row[x]), Vector256.CreateScalar(share[x]), centre, limit, ref w, ref s, ref q);
            weight += Sum(w);
            sum += Sum(s);
            squares += Sum(q);
        }

        if (!(weight > 0))
            return default;
        double offset = sum / weight;
        return new PlaneStatistics(weight, (float)(centre + offset), (float)Math.Sqrt(Math.Max((squares / weight) - (offset * offset), 0)));
    }

    private static void Add(Vector256<float> values, Vector256<float> shares, float centre, float limit, ref Vector256<float> weight, ref Vector256<float> sum, ref Vector256<float> squares)
    {
        Vector256<float> offset = values - Vector256.Create(centre);
        Vector256<float> counted = Vector256.LessThanOrEqual(Vector256.Abs(offset), Vector256.Create(limit)) & Vector256.MaxNative(shares, Vector256<float>.Zero);
        Vector256<float> product = counted * offset;
        weight += counted;
        sum += product;
        squares += product * offset;
    }

    private static double Sum(Vector256<float> lanes)
    {
        Vector128<float> four = lanes.GetLower() + lanes.GetUpper();
        return (double)four[0] + four[1] + four[2] + four[3];
    }
}
