using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// How much blurrier one picture is than another of a like thing, as a Gaussian: the blur that makes the other's edges
/// fall off over the scales as the first's do.
/// </summary>
/// <remarks>
/// Blurring by v shifts the <see cref="EdgeEnergy"/> F over the scale t: F(t) becomes F(t + v). The estimate is the v at
/// which the fine scales' energies stand in the same ratio to the coarse one's in both pictures, so that contrast
/// doesn't matter. (The idea of re-blurring: S. Zhuo and T. Sim, "Defocus map estimation from a single image", Pattern
/// Recognition 44, 2011.)
/// </remarks>
public static class BlurEstimate
{
    /// <summary>The largest difference that is told, in squared pixels.</summary>
    public const float Most = 24;

    private const int FineScales = 3;
    private const int Reference = 4;

    // Blurring by no more than this needs no scale beyond the last but one.
    private const float MostWithoutLast = 8;

    private const int Halvings = 24;

    // A scale at which the noise has more than this share of the energy says nothing.
    private const double NoisyShare = 0.7;

    // What stands for the logarithm of 0.
    private const double Nothing = -100;

    private static ReadOnlySpan<float> Scales => [0.5f, 1, 2, 4, 8, 16, 32];

    /// <summary>
    /// The variance in squared pixels by which <paramref name="own"/> must be blurred to be as blurred as
    /// <paramref name="target"/>; negative where the target is the sharper one, by as much as the target would have to
    /// be blurred. 0 where nothing can be told.
    /// </summary>
    /// <param name="target">Finite values.</param>
    /// <param name="own">Same size.</param>
    /// <param name="weights">Same size: where both show the same thing.</param>
    /// <param name="whiteNoise">The standard deviation of the white noise that the target's grain is made of; see <see cref="EdgeEnergy.OfGrain"/>.</param>
    /// <param name="grain">The grain's size in pixels.</param>
    public static float Difference(Plane target, Plane own, Plane weights, float whiteNoise, float grain)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(weights);
        BufferShape.RequireSize(target, weights.Width, weights.Height);
        BufferShape.RequireSize(own, weights.Width, weights.Height);
        using EdgeScales scales = new(weights, 2);
        scales.Set(target, own);
        Span<double> targetEnergies = stackalloc double[Scales.Length], ownEnergies = stackalloc double[Scales.Length];
        int first = 0;
        for (int k = 0; k < Scales.Length - 1; k++)
        {
            if (Measure(scales, k, whiteNoise, grain, targetEnergies, ownEnergies) && k < FineScales)
                first = k + 1;
        }

        if (first == FineScales || !(ownEnergies[Reference] > Nothing && targetEnergies[Reference] > Nothing))
            return 0;

        bool isBlurrier = Excess(targetEnergies, ownEnergies, first, 0) < 0;
        Span<double> blurry = isBlurrier ? targetEnergies : ownEnergies, sharp = isBlurrier ? ownEnergies : targetEnergies;
        float reach = MostWithoutLast;
        if (Excess(blurry, sharp, first, reach) < 0)
        {
            Measure(scales, Scales.Length - 1, whiteNoise, grain, targetEnergies, ownEnergies);
            reach = Most;
        }

        float difference = Solve(blurry, sharp, first, reach);
        return isBlurrier ? difference : -difference;
    }

    // Both pictures' energies at a scale, as logarithms, and true where the target's is noise for the most part: it is taken away.
    private static bool Measure(EdgeScales scales, int k, float whiteNoise, float grain, Span<double> target, Span<double> own)
    {
        Span<double> energies = stackalloc double[2];
        scales.Measure(Scales[k], energies);
        double noise = (double)whiteNoise * whiteNoise * EdgeEnergy.OfGrain(grain, Scales[k]);
        target[k] = Logarithm(Math.Max(energies[0] - noise, (1 - NoisyShare) * energies[0]));
        own[k] = Logarithm(energies[1]);
        return noise > NoisyShare * energies[0];
    }

    private static double Logarithm(double energy) =>
        energy > 0 ? VectorMath.Log2(Vector256.Create((float)Math.Max(energy, 1e-20))).ToScalar() : Nothing;

    // Up to the blur that the measured scales reach to; beyond it, there is too much of it.
    private static float Solve(ReadOnlySpan<double> blurry, ReadOnlySpan<double> sharp, int first, float reach)
    {
        float low = 0, high = Most;
        for (int i = 0; i < Halvings; i++)
        {
            float middle = (low + high) / 2;
            if (middle <= reach && Excess(blurry, sharp, first, middle) < 0)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    // How many octaves of energy the fine scales of `blurry` have, beside the coarse one, above `sharp` blurred by a variance.
    private static double Excess(ReadOnlySpan<double> blurry, ReadOnlySpan<double> sharp, int first, float variance)
    {
        double sum = 0;
        for (int k = first; k < FineScales; k++)
            sum += blurry[k] - At(sharp, Scales[k] + variance);
        return (sum / (FineScales - first)) - (blurry[Reference] - At(sharp, Scales[Reference] + variance));
    }

    // Straight lines over the logarithm of the scale.
    private static double At(ReadOnlySpan<double> energies, float scale)
    {
        double place = VectorMath.Log2(Vector256.Create(scale)).ToScalar() + 1;
        int k = Math.Clamp((int)place, 0, energies.Length - 2);
        return energies[k] + ((energies[k + 1] - energies[k]) * (place - k));
    }
}
