using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// The mean squared gradient of a plane at several blurs: how quickly it falls tells how blurred the plane was. What
/// exceeds <see cref="OutlierLimit"/> times the mean (a defect, a rim of glasses) counts no more than that.
/// </summary>
public static unsafe class EdgeEnergy
{
    /// <summary>The multiple of the mean that a pixel's energy may have.</summary>
    public const float OutlierLimit = 16;

    private const int RowGrain = 16;

    /// <summary>
    /// Fills <paramref name="energies"/> with the weighted mean of |∇(G∗plane)|² by forward differences, at the blurs
    /// σ² = variances[k], each made from the one before.
    /// </summary>
    /// <param name="plane">Finite values.</param>
    /// <param name="weights">Same size; ≥ 0. Nothing seen gives 0.</param>
    /// <param name="variances">Rising, in squared pixels.</param>
    /// <param name="energies">As many as there are variances.</param>
    public static void Measure(Plane plane, Plane weights, ReadOnlySpan<float> variances, Span<double> energies)
    {
        ArgumentNullException.ThrowIfNull(plane);
        BufferShape.RequireSize(weights, plane.Width, plane.Height);
        using Plane blurred = plane.Clone();
        using Scratch rows = Scratch.Of<double>((2L * plane.Height) + 1);
        var sums = (double*)rows.Pointer;
        float reached = 0;
        for (int k = 0; k < variances.Length; k++)
        {
            GaussianBlur.Apply(blurred, MathF.Sqrt(variances[k] - reached), blurred);
            reached = variances[k];
            double mean = Mean(blurred, weights, float.PositiveInfinity, sums);
            energies[k] = Mean(blurred, weights, OutlierLimit * (float)mean, sums);
        }
    }

    /// <summary>What <see cref="Measure"/> would find in grain: white noise of variance 1 blurred by <paramref name="sigma"/>.</summary>
    /// <param name="sigma">The grain's size in pixels.</param>
    /// <param name="variance">The blur at which it is measured, σ² in squared pixels.</param>
    public static double OfGrain(float sigma, float variance)
    {
        using GaussianKernel kernel = GaussianKernel.Create(MathF.Sqrt((sigma * sigma) + variance));
        double own = 0, difference = 0, previous = 0;
        for (int i = 0; i <= 2 * kernel.Radius; i++)
        {
            double weight = kernel.Weights[i];
            own += weight * weight;
            difference += (weight - previous) * (weight - previous);
            previous = weight;
        }

        return 2 * own * (difference + (previous * previous));
    }

    private static double Mean(Plane plane, Plane weights, float limit, double* sums)
    {
        Executor.For(0, plane.Height - 1, RowGrain, new Body(plane.Pointer, weights.Pointer, plane.Width, limit, sums));
        double energy = 0, weight = 0;
        for (int y = 0; y < plane.Height - 1; y++)
        {
            energy += sums[2 * y];
            weight += sums[(2 * y) + 1];
        }

        return weight > 0 ? energy / weight : 0;
    }

    private readonly struct Body(float* plane, float* weights, int width, float limit, double* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                float* row = plane + ((nint)y * width), below = row + width, weight = weights + ((nint)y * width);
                Vector256<float> energies = default, total = default;
                int x = 0;
                for (; x <= width - 1 - Vector256<float>.Count; x += Vector256<float>.Count)
                {
                    Vector256<float> here = Vector256.Load(row + x);
                    Vector256<float> right = Vector256.Load(row + x + 1) - here, down = Vector256.Load(below + x) - here;
                    Vector256<float> share = Vector256.Load(weight + x);
                    energies += share * Vector256.MinNative((right * right) + (down * down), Vector256.Create(limit));
                    total += share;
                }

                double energy = Vector256.Sum(energies), seen = Vector256.Sum(total);
                for (; x < width - 1; x++)
                {
                    float right = row[x + 1] - row[x], down = below[x] - row[x];
                    energy += weight[x] * MathF.Min((right * right) + (down * down), limit);
                    seen += weight[x];
                }

                sums[2 * y] = energy;
                sums[(2 * y) + 1] = seen;
            }
        }
    }
}
