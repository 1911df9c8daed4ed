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

    private const int Halvings = 12;

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
        // The correlation rises with the size.
        float low = 0, high = Coarsest;
        for (int i = 0; i < Halvings; i++)
        {
            float middle = (low + high) / 2;
            if (Of(middle).HighPassCorrelation < highPassCorrelation)
                low = middle;
            else
                high = middle;
        }

        return Of(low);
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int shift)
    {
        double sum = 0;
        for (int i = 0; i < a.Length - shift; i++)
            sum += a[i] * b[i + shift];
        return sum;
    }
}
