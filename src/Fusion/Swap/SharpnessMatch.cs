using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Statistics;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Makes the texture as sharp as the plate: blurs it where the plate is defocused, moving or enlarged, and sharpens it
/// moderately where it is the softer one.
/// </summary>
internal static class SharpnessMatch
{
    // The middle of the face tells its sharpness; more than this many pixels across tell nothing new.
    private const int MostPixels = 512;

    // So much of a difference, in squared pixels, is one between faces and none between cameras. It is taken off the
    // whole, so that nothing sets in suddenly while a plate goes out of focus.
    private const float BetweenFaces = 0.3f;

    // Lightness further from the mean than this many standard deviations is a glint or a defect: its edge is as sharp as
    // can be, whatever the plate.
    private const float OutlierLimit = 3;

    // Sharpening: the widest blur that is undone (beyond it nothing is left to be brought back), its most amount, and
    // how far edges may overshoot their surroundings.
    private const float WidestSharpening = 2;
    private const float MostSharpening = 1;
    private const float Overshoot = 0.1f;

    /// <summary>Blurs or sharpens the texture.</summary>
    /// <param name="target">The target's pixels in L*a*b*.</param>
    /// <param name="noise">Their noise, which is no sharpness.</param>
    /// <param name="areas">What can be compared where.</param>
    /// <param name="coverage">Where the texture is.</param>
    /// <param name="strength">0 to 1.</param>
    /// <param name="identity">The texture in L*a*b*; changed in place.</param>
    public static void Apply(ImageBuffer target, in NoiseProfile noise, SwapAreas areas, Plane coverage, float strength, ImageBuffer identity)
    {
        if (strength == 0)
            return;

        float difference = Difference(target, noise, areas, coverage, identity);
        float sigma = MathF.Sqrt(Math.Max(Math.Abs(difference) - BetweenFaces, 0));
        if (sigma > 0 && difference > 0)
            MaskedBlur.Apply(identity, coverage, strength * sigma, identity);
        else if (sigma > 0)
            MaskedSharpen.Apply(identity, coverage, Math.Min(sigma, WidestSharpening), strength * Math.Min(sigma, MostSharpening), Overshoot);
    }

    // The blur, as a variance, that the texture lacks.
    private static float Difference(ImageBuffer target, in NoiseProfile noise, SwapAreas areas, Plane coverage, ImageBuffer identity)
    {
        RectI middle = Middle(target.Bounds);
        using Plane weights = areas.Comparable.Crop(middle), targetLightness = Lightness(target, middle), ownLightness = Lightness(identity, middle);
        PlaneStatistics wanted = PlaneStatistics.MeasureRobustly(targetLightness, weights, OutlierLimit);
        PlaneStatistics given = PlaneStatistics.MeasureRobustly(ownLightness, weights, OutlierLimit);
        if (Math.Min(wanted.Weight, given.Weight) < ColourMatch.LeastWeight)
            return 0;

        float reach = OutlierLimit * wanted.Deviation;
        for (int y = 0; y < middle.Height; y++)
            Comparable(wanted.Mean, reach, given.Mean, coverage.Row(middle.Y1 + y)[middle.X1..], targetLightness.Row(y), ownLightness.Row(y));
        return BlurEstimate.Difference(targetLightness, ownLightness, weights, noise.WhiteLightness(wanted.Mean), noise.LightnessGrain);
    }

    // A row without outliers; beyond the texture's edge the target goes on, so that the edge is none.
    private static void Comparable(float mean, float reach, float ownMean, ReadOnlySpan<float> covered, Span<float> target, Span<float> own)
    {
        int x = 0;
        Vector256<float> low = Vector256.Create(mean - reach), high = Vector256.Create(mean + reach), shift = Vector256.Create(ownMean - mean);
        for (; x <= target.Length - Vector256<float>.Count; x += Vector256<float>.Count)
        {
            Vector256<float> lightness = Vector256.MinNative(Vector256.MaxNative(Vector256.Create<float>(target[x..]), low), high);
            lightness.CopyTo(target[x..]);
            Vector256<float> isHidden = Vector256.Equals(Vector256.Create(covered[x..]), Vector256<float>.Zero);
            Vector256.ConditionalSelect(isHidden, lightness + shift, Vector256.Create<float>(own[x..])).CopyTo(own[x..]);
        }

        for (; x < target.Length; x++)
        {
            target[x] = Math.Clamp(target[x], low[0], high[0]);
            if (covered[x] == 0)
                own[x] = target[x] + shift[0];
        }
    }

    private static RectI Middle(RectI bounds)
    {
        int width = Math.Min(bounds.Width, MostPixels), height = Math.Min(bounds.Height, MostPixels);
        int left = (bounds.Width - width) / 2, top = (bounds.Height - height) / 2;
        return new RectI(left, top, left + width, top + height);
    }

    private static Plane Lightness(ImageBuffer lab, RectI part)
    {
        Plane lightness = Plane.Uninitialized(part.Width, part.Height);
        ImageMath.Channel(lab, part, 0, lightness);
        return lightness;
    }
}
