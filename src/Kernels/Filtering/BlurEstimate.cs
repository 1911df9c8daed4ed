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
    private const int Halvings = 24;

    // A scale at which the noise has more than this share of the energy says nothing.
    private const double NoisyShare = 0.7;

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
        Span<double> targetEnergies = stackalloc double[Scales.Length], ownEnergies = stackalloc double[Scales.Length];
        EdgeEnergy.Measure(target, weights, Scales, targetEnergies);
        EdgeEnergy.Measure(own, weights, Scales, ownEnergies);
        int first = TakeNoiseAway(targetEnergies, whiteNoise, grain);
        if (first == FineScales || !(ownEnergies[^1] > 0 && targetEnergies[^1] > 0))
            return 0;
        Logarithms(targetEnergies);
        Logarithms(ownEnergies);
        return Excess(targetEnergies, ownEnergies, first, 0) < 0 ? Solve(targetEnergies, ownEnergies, first) : -Solve(ownEnergies, targetEnergies, first);
    }

    // The finest scale at which more than noise is seen.
    private static int TakeNoiseAway(Span<double> energies, float whiteNoise, float grain)
    {
        int first = 0;
        for (int k = 0; k < energies.Length; k++)
        {
            double noise = (double)whiteNoise * whiteNoise * EdgeEnergy.OfGrain(grain, Scales[k]);
            if (k < FineScales && noise > NoisyShare * energies[k])
                first = k + 1;
            energies[k] = Math.Max(energies[k] - noise, (1 - NoisyShare) * energies[k]);
        }

        return first;
    }

    private static void Logarithms(Span<double> energies)
    {
        foreach (ref double energy in energies)
            energy = VectorMath.Log2(Vector256.Create((float)Math.Max(energy, 1e-20))).ToScalar();
    }

    private static float Solve(ReadOnlySpan<double> blurry, ReadOnlySpan<double> sharp, int first)
    {
        float low = 0, high = Most;
        for (int i = 0; i < Halvings; i++)
        {
            float middle = (low + high) / 2;
            if (Excess(blurry, sharp, first, middle) < 0)
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
