using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Gives the identity's texture the target's colours by the chosen method, in L*a*b*, measured on the skin that is seen
/// in both pictures.
/// </summary>
internal static class ColourMatch
{
    /// <summary>Fewer comparable pixels than this say nothing.</summary>
    public const double LeastWeight = 4;

    // Fewer than this tell a mean, but no distribution.
    private const double LeastDistribution = 64;

    // Pixels further from the mean than this many standard deviations are no skin: glasses, a strand of hair.
    private const float OutlierLimit = 3;

    // The variance of what is called flat, in squared units of L*a*b*: its structure isn't worth enlarging.
    private const double FlatVariance = 0.25;

    // The range of histograms: L* of the working space's [0, 1] and some more, and the chroma of skin in any light.
    private static readonly Vector4 Lowest = new(-8, -64, -64, 0), Highest = new(120, 64, 64, 1);

    /// <summary>
    /// Recolours the texture; <see langword="false"/> when too little skin is seen to tell its colour. (A method that
    /// is off needs none. Where it is enough for a mean only, every method but the bands matches the mean.)
    /// </summary>
    /// <param name="target">The target's pixels at normal exposure, in L*a*b*.</param>
    /// <param name="noise">Their noise.</param>
    /// <param name="areas">What can be compared where.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="options">The method and its strength.</param>
    /// <param name="relit">How much of another light was taken off the texture, 0 to 1.</param>
    /// <param name="identity">The identity's texture in L*a*b*; recoloured in place.</param>
    public static bool TryApply(ImageBuffer target, in NoiseProfile noise, SwapAreas areas, SwapScale scale, SwapOptions options, float relit, ImageBuffer identity)
    {
        if (options.Colour == ColourMethod.Off || options.ColourStrength == 0)
            return true;
        if (PlaneMath.Sum(areas.Skin) < LeastWeight)
            return false;

        using ImageBuffer matched = ImageBuffer.Uninitialized(identity.Width, identity.Height);
        Match(target, noise, identity, areas, scale, options.Colour, relit, matched);
        ImageMath.Lerp(identity, matched, options.ColourStrength, identity);
        return true;
    }

    private static void Match(ImageBuffer target, in NoiseProfile noise, ImageBuffer identity, SwapAreas areas, SwapScale scale, ColourMethod method, float relit, ImageBuffer matched)
    {
        if (method == ColourMethod.Bands)
        {
            BandMatch.Apply(target, identity, areas, scale, noise, relit, matched);
            return;
        }

        ColourStatistics wanted = ColourStatistics.MeasureRobustly(target, areas.Skin, OutlierLimit);
        ColourStatistics given = ColourStatistics.MeasureRobustly(identity, areas.Skin, OutlierLimit);
        if (Math.Min(wanted.Weight, given.Weight) < LeastDistribution)
            ColourMap.Mean(given, wanted).Apply(identity, matched);
        else if (method == ColourMethod.Histogram)
            HistogramMatch.Apply(identity, target, areas.Skin, Lowest, Highest, matched);
        else if (method == ColourMethod.MeanStd)
            ColourMap.MeanAndDeviation(given, wanted, FlatVariance).Apply(identity, matched);
        else
            ColourMap.MongeKantorovitch(given, wanted, FlatVariance).Apply(identity, matched);
    }
}
