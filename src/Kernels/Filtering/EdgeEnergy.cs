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
        using EdgeScales scales = new(weights, 1);
        plane.Values.CopyTo(scales.Values);
        for (int k = 0; k < variances.Length; k++)
            scales.Measure(variances[k], energies[k..]);
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
}
