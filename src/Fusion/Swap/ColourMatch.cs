using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Gives the identity's texture the target's light, complexion and sharpness, in L*a*b* and in three bands: the low
/// band (light and complexion) is the target's; the middle and the fine band are the identity's at the target's
/// contrast.
/// </summary>
/// <remarks>
/// The contrast of skin is matched by the ratio of both bands' root mean squares over the skin. The contrast of eyes,
/// brows and lips is the identity's own and is kept relative to the lightness around it: brows a third as light as dark
/// skin are a third as light as fair skin. Lips take the target's colour from the target's lips: shifting them with the
/// skin makes them pale on fairer skin and red on darker.
/// </remarks>
internal sealed class ColourMatch
{
    // Standard deviations of the Gaussians that separate the bands, in inter-ocular distances.
    private const float LowSigma = 0.35f;
    private const float MiddleSigma = 0.06f;

    // Fewer comparable pixels than this say nothing.
    private const double LeastWeight = 4;

    private const float MiddleGainLow = 0.6f, MiddleGainHigh = 1.2f;
    private const float FineGainLow = 0.35f, FineGainHigh = 1.5f;
    private const float RatioLow = 0.5f, RatioHigh = 2;

    // Deviations beyond this many root mean squares (a mole, a glint) don't count for the contrast.
    private const float OutlierLimit = 3;

    private const int RowGrain = 16;

    private readonly SwapAreas _areas;
    private readonly float _unit;

    private ColourMatch(SwapAreas areas, SwapScale scale)
    {
        _areas = areas;
        _unit = scale.Pixels;
    }

    /// <summary>Recolours the texture; <see langword="false"/> when too little skin is seen to tell its colour.</summary>
    /// <param name="original">The target's pixels in the working space, at normal exposure.</param>
    /// <param name="areas">What can be compared where.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="texture">The identity's texture in the working space; recoloured in place.</param>
    public static bool TryApply(ImageBuffer original, SwapAreas areas, SwapScale scale, ImageBuffer texture)
    {
        if (Weight(areas.Skin) < LeastWeight)
            return false;
        new ColourMatch(areas, scale).Recolour(original, texture);
        return true;
    }

    private void Recolour(ImageBuffer original, ImageBuffer texture)
    {
        using ImageBuffer target = ToLab(original), identity = ToLab(texture);
        using ImageBuffer targetLow = Blur(target, _areas.Skin, LowSigma), identityLow = Blur(identity, _areas.Skin, LowSigma);
        using ImageBuffer targetMiddle = Blur(target, _areas.Comparable, MiddleSigma), identityMiddle = Blur(identity, _areas.Comparable, MiddleSigma);
        Vector4 targetContrast = Contrast(targetMiddle, targetLow);
        Vector4 middleGain = Gain(targetContrast, Contrast(identityMiddle, identityLow), MiddleGainLow, MiddleGainHigh);
        Vector4 fineGain = Gain(Contrast(target, targetMiddle), Contrast(identity, identityMiddle), FineGainLow, FineGainHigh);
        Executor.For(0, texture.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> low = targetLow.Row(y), ownLow = identityLow.Row(y), ownMiddle = identityMiddle.Row(y), own = identity.Row(y);
                ReadOnlySpan<float> features = _areas.Features.Row(y), eyes = _areas.Eyes.Row(y);
                Span<Vector4> result = texture.Row(y);
                for (int x = 0; x < result.Length; x++)
                {
                    float ratio = Math.Clamp(low[x].X / Math.Max(ownLow[x].X, 1), RatioLow, RatioHigh);
                    Vector4 middle = (ownMiddle[x] - ownLow[x]) * middleGain;
                    middle.X = Glossless(middle.X, ratio, targetContrast.X);
                    Vector4 skin = middle + (own[x] - ownMiddle[x]) * fineGain;
                    Vector4 feature = Feature(own[x], ownLow[x], low[x], ratio, eyes[x]);
                    result[x] = low[x] + Vector4.Lerp(skin, feature, features[x]);
                }
            }
        });

        ShiftLips(target, texture);
        Lab.ToWorking(texture, texture);
    }

    // Gloss adds the same light to fair skin as to dark, so that on fairer skin it must shrink; and it must not stand
    // out from the target's own.
    private static float Glossless(float lightness, float ratio, float targetContrast)
    {
        if (lightness <= 0)
            return lightness;
        float shrunk = lightness / Math.Max(ratio, 1), limit = OutlierLimit * targetContrast;
        return limit > 0 ? shrunk * limit / (shrunk + limit) : 0;
    }

    // What is darker than the skin stays as dark in relation to it; what is lighter (the white of the eye) hardly
    // follows it, and white stays white.
    private static Vector4 Feature(Vector4 own, Vector4 ownLow, Vector4 low, float ratio, float eye)
    {
        Vector4 detail = own - ownLow;
        detail.X *= detail.X < 0 ? ratio : 1 / ratio;
        float chroma = Math.Clamp(Chroma(low) / Math.Max(Chroma(ownLow), 1), RatioLow, RatioHigh);
        Vector4 neutral = own * chroma - low;
        return Vector4.Lerp(detail, neutral with { X = detail.X, W = detail.W }, eye);
    }

    private static float Chroma(Vector4 lab) => MathF.Sqrt(lab.Y * lab.Y + lab.Z * lab.Z);

    // Moves the lips to the colour of the target's.
    private void ShiftLips(ImageBuffer target, ImageBuffer result)
    {
        using Plane both = _areas.Lips.Clone();
        PlaneMath.Multiply(both, _areas.Comparable, both);
        if (Weight(both) < LeastWeight)
            return;

        using ImageBuffer wanted = Blur(target, both, LowSigma), given = Blur(result, both, LowSigma);
        Executor.For(0, result.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> wantedRow = wanted.Row(y), givenRow = given.Row(y);
                ReadOnlySpan<float> lips = _areas.Lips.Row(y);
                Span<Vector4> row = result.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x] += lips[x] * (wantedRow[x] - givenRow[x]);
            }
        });
    }

    // The weighted root mean square of a band on the skin, each channel for itself, without its outliers.
    private Vector4 Contrast(ImageBuffer image, ImageBuffer lower)
    {
        Vector4 limit = new(float.PositiveInfinity);
        for (int round = 0; ; round++)
        {
            Vector4 sum = default;
            double weight = 0;
            for (int y = 0; y < image.Height; y++)
            {
                ReadOnlySpan<Vector4> row = image.Row(y), below = lower.Row(y);
                ReadOnlySpan<float> skin = _areas.Skin.Row(y);
                Vector4 rowSum = default;
                float rowWeight = 0;
                for (int x = 0; x < row.Length; x++)
                {
                    Vector4 detail = Vector4.Min(Vector4.Abs(row[x] - below[x]), limit);
                    rowSum += skin[x] * detail * detail;
                    rowWeight += skin[x];
                }

                sum += rowSum;
                weight += rowWeight;
            }

            Vector4 contrast = Vector4.SquareRoot(sum / (float)weight);
            if (round == 1)
                return contrast;
            limit = OutlierLimit * contrast;
        }
    }

    private static Vector4 Gain(Vector4 wanted, Vector4 given, float low, float high) =>
        Vector4.Clamp(wanted / Vector4.Max(given, new Vector4(1e-3f)), new Vector4(low), new Vector4(high));

    private ImageBuffer Blur(ImageBuffer image, Plane weights, float sigma)
    {
        ImageBuffer blurred = ImageBuffer.Uninitialized(image.Width, image.Height);
        MaskedBlur.Apply(image, weights, sigma * _unit, blurred);
        return blurred;
    }

    private static ImageBuffer ToLab(ImageBuffer working)
    {
        ImageBuffer lab = ImageBuffer.Uninitialized(working.Width, working.Height);
        Lab.FromWorking(working, lab);
        return lab;
    }

    private static double Weight(Plane weights)
    {
        double sum = 0;
        foreach (float weight in weights.Values)
            sum += weight;
        return sum;
    }
}
