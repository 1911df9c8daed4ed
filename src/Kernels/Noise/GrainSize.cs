using FaceFusion.Kernels.Filtering;

namespace FaceFusion.Kernels.Noise;

/// <summary>
/// What a high-pass shows of grain: white noise of variance 1 filtered by a Gaussian of σ = <see cref="Sigma"/> pixels
/// (the grain's size), minus itself blurred by <see cref="HighPassSigma"/>. All by sums over sampled kernels.
/// </summary>
/// <param name="Sigma">The grain's size in pixels, 0 for white noise.</param>
/// <param name="Variance">The grain's own variance.</param>
/// <param name="HighPassVariance">The variance of its high-pass.</param>
/// <param name="HighPassCorrelation">The high-pass's correlation with itself one pixel further.</param>
internal readonly unsafe record struct GrainSize(float Sigma, double Variance, double HighPassVariance, double HighPassCorrelation)
{
    /// <summary>The blur whose remainder is looked at: wide enough for coarse grain, narrow enough for shading not to matter.</summary>
    public const float HighPassSigma = 1.5f;

    /// <summary>The coarsest grain that the high-pass can tell from shading.</summary>
    public const float Coarsest = 1.5f;

    // The correlation of the sizes from 0 to the coarsest, in even steps: between two it is nearly straight, the size within
    // 1e-3 pixels.
    private const int Steps = 96;
    private static readonly double[] Correlations = [.. Enumerable.Range(0, Steps + 1).Select(step => Of(Coarsest * step / Steps).HighPassCorrelation)];

    /// <summary>The grain of a size.</summary>
    /// <param name="sigma">In pixels, 0 to <see cref="Coarsest"/>.</param>
    public static GrainSize Of(float sigma)
    {
        using GaussianKernel grain = GaussianKernel.Create(sigma), blur = GaussianKernel.Create(HighPassSigma);
        int reach = grain.Radius + blur.Radius, length = (2 * reach) + 1;
        Span<double> own = stackalloc double[length], blurred = stackalloc double[length];
        own.Clear();
        blurred.Clear();
        for (int i = -grain.Radius; i <= grain.Radius; i++)
        {
            double weight = grain.Weights[i + grain.Radius];
            own[i + reach] = weight;
            for (int k = -blur.Radius; k <= blur.Radius; k++)
                blurred[i + k + reach] += weight * blur.Weights[k + blur.Radius];
        }

        // (a ⊗ a − b ⊗ b) correlated with itself: a∗a · a∗a − 2 · a∗b · a∗b + b∗b · b∗b, along x and along y.
        double aa = Dot(own, own, 0), ab = Dot(own, blurred, 0), bb = Dot(blurred, blurred, 0);
        double variance = (aa * aa) - (2 * ab * ab) + (bb * bb);
        double beside = (aa * Dot(own, own, 1)) - (2 * ab * Dot(own, blurred, 1)) + (bb * Dot(blurred, blurred, 1));
        return new GrainSize(sigma, aa * aa, variance, beside / variance);
    }

    /// <summary>The size of the grain whose high-pass has a correlation; the nearest there is.</summary>
    /// <param name="highPassCorrelation">−1 to 1.</param>
    public static GrainSize FromCorrelation(double highPassCorrelation)
    {
        if (!(highPassCorrelation > Correlations[0]))
            return Of(0);

        // It rises with the size.
        int after = 1;
        while (after < Steps && Correlations[after] < highPassCorrelation)
            after++;
        double before = Correlations[after - 1], place = (highPassCorrelation - before) / (Correlations[after] - before);
        return Of(Coarsest * (after - 1 + (float)Math.Clamp(place, 0, 1)) / Steps);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int shift)
    {
        double sum = 0;
        for (int i = 0; i < a.Length - shift; i++)
            sum += a[i] * b[i + shift];
        return sum;
    }
}
