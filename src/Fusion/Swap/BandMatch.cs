using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Gives the identity's texture the target's light, complexion and sharpness, in L*a*b* and in three bands: the low
/// band (light and complexion) is the target's; the middle and the fine band are the identity's at the target's
/// contrast.
/// </summary>
/// <remarks>
/// What the low bands differ by beside the complexion and a light from one side is partly the build of the faces: deep eyes,
/// full cheeks. Away from the edges of the picture small differences of that kind stay the identity's; large ones are
/// the target's light. The contrast of skin, brows and lips is matched by the ratio of both bands' root mean squares
/// over the skin; that of eyes is kept relative to the lightness around them. Lips stay the identity's own between alike
/// complexions; the more these differ, the more they go towards the colour of the target's lips: shifting them with the
/// skin would make them pale on fairer skin and red on darker.
/// </remarks>
internal sealed class BandMatch
{
    // Standard deviations of the Gaussians that separate the bands, in inter-ocular distances.
    private const float LowSigma = 0.45f;
    private const float MiddleSigma = 0.25f;

    // Differences of the low bands up to about this much, in units of L*a*b*, are the build of a face rather than light.
    private const float BuildContrast = 12;

    private const float MiddleGainLow = 0.6f, MiddleGainHigh = 1.2f;
    private const float FineGainLow = 0.35f, FineGainHigh = 1.5f;
    private const float RatioLow = 0.5f, RatioHigh = 2;

    // Deviations beyond this many root mean squares (a mole, a glint) don't count for the contrast.
    private const float OutlierLimit = 3;

    // The share of a contrast's square that is taken for more than noise in any case.
    private const float LeastSignal = 0.06f;

    // Gloss is left alone up to the first and never exceeds the sum of both, in root mean squares of the target's
    // band.
    private const float GlossKnee = 2.5f;
    private const float GlossRoom = 1.5f;

    // Complexions are alike up to where one skin is this share lighter than the other, and foreign from the second on: then
    // lips take these shares of the lightness and of the hue and chroma of the target's: without its hue they look silvery.
    private const float Alike = 0.1f;
    private const float Foreign = 0.5f;
    private static readonly Vector4 MostLipShift = new(0.1f, 0.6f, 0.6f, 0);

    private static readonly Vector4 ChromaAlone = new(0, 1, 1, 0);

    // What has this share less of chroma than its skin is no skin; nor is what is darker by the second of these shares.
    private const float Greyness = 0.5f;
    private const float Darkness = 0.5f, Black = 0.75f;

    // Lashes and nostrils are lit by the skin around them, which is fairer now: as dark as in the photo they would be too dark,
    // as demo-shot/truth shows.
    private const float MostDark = 0.25f;

    // L* + 16 is 116 times the cube root of the light (CIE 15).
    private const float LightnessOffset = 16;

    private const int RowGrain = 16;

    private readonly SwapAreas _areas;
    private readonly float _unit;
    private readonly NoiseProfile _noise;
    private readonly float _relit;

    private BandMatch(SwapAreas areas, SwapScale scale, in NoiseProfile noise, float relit)
    {
        _relit = relit;
        _noise = noise;
        _areas = areas;
        _unit = scale.Pixels;
    }

    /// <summary>Recolours the texture.</summary>
    /// <param name="target">The target's pixels in L*a*b*.</param>
    /// <param name="identity">The identity's texture in L*a*b*.</param>
    /// <param name="areas">What can be compared where; some skin among it.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="noise">The target's noise: it is no contrast of the skin.</param>
    /// <param name="relit">
    /// How much of another light was taken off the texture, 0 to 1: its colour is still in it, so that hue and chroma of the
    /// middle band are the target's as well.
    /// </param>
    /// <param name="result">Receives the recoloured texture in L*a*b*; another image than the first two.</param>
    public static void Apply(ImageBuffer target, ImageBuffer identity, SwapAreas areas, SwapScale scale, in NoiseProfile noise, float relit, ImageBuffer result) =>
        new BandMatch(areas, scale, noise, relit).Recolour(target, identity, result);

    private void Recolour(ImageBuffer target, ImageBuffer identity, ImageBuffer recoloured)
    {
        using ImageBuffer targetLow = Blur(target, _areas.Skin, LowSigma), identityLow = Blur(identity, _areas.Skin, LowSigma);
        KeepBuild(targetLow, identityLow);
        using ImageBuffer targetMiddle = Blur(target, _areas.Comparable, MiddleSigma), identityMiddle = Blur(identity, _areas.Comparable, MiddleSigma);
        Vector4 targetContrast = Contrast(targetMiddle, targetLow);
        Vector4 middleGain = Gain(targetContrast, Contrast(identityMiddle, identityLow), MiddleGainLow, MiddleGainHigh);
        Vector4 fineGain = Gain(Noiseless(Contrast(target, targetMiddle), targetLow), Contrast(identity, identityMiddle), FineGainLow, FineGainHigh);
        Executor.For(0, recoloured.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> low = targetLow.Row(y), ownLow = identityLow.Row(y), ownMiddle = identityMiddle.Row(y), targetMiddleRow = targetMiddle.Row(y), own = identity.Row(y);
                ReadOnlySpan<float> interior = _areas.Interior.Row(y), eyes = _areas.Eyes.Row(y), brows = _areas.Brows.Row(y), lips = _areas.Lips.Row(y);
                Span<Vector4> result = recoloured.Row(y);
                for (int x = 0; x < result.Length; x++)
                {
                    float ratio = Ratio(low[x], ownLow[x]);
                    Vector4 middle = (ownMiddle[x] - ownLow[x]) * middleGain;
                    middle.X = Glossless(middle.X, ratio, targetContrast.X);
                    middle += _relit * (1 - lips[x]) * ChromaAlone * (targetMiddleRow[x] - low[x] - middle);
                    Vector4 fine = (own[x] - ownMiddle[x]) * fineGain;
                    Vector4 detail = Related(middle + fine, low[x], own[x], ownLow[x], ratio, brows[x], interior[x]);
                    result[x] = low[x] + Vector4.Lerp(detail, Eye(own[x], ownLow[x], low[x], ratio), eyes[x]);
                }
            }
        });

        ShiftLips(target, targetLow, identityLow, recoloured);
    }

    // Gives the target's low band back what of its difference from the identity's is the build of their faces.
    private void KeepBuild(ImageBuffer targetLow, ImageBuffer identityLow)
    {
        LinearField light = LinearField.FitDifference(targetLow, identityLow, _areas.Skin);
        Executor.For(0, targetLow.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> own = identityLow.Row(y);
                ReadOnlySpan<float> interior = _areas.Interior.Row(y);
                Span<Vector4> row = targetLow.Row(y);
                for (int x = 0; x < row.Length; x++)
                {
                    Vector4 build = row[x] - own[x] - light.At(x, y);
                    float contrast = interior[x] * BuildContrast, square = contrast * contrast;
                    if (square == 0)
                        continue;
                    float lightness = build.X * build.X, chroma = build.Y * build.Y + build.Z * build.Z;
                    float keptLightness = square / (lightness + square), keptChroma = (1 - _relit) * square / (chroma + square);
                    row[x] -= build * new Vector4(keptLightness, keptChroma, keptChroma, 0);
                }
            }
        });
    }

    // How much lighter the target's skin is.
    private static float Ratio(Vector4 low, Vector4 ownLow) =>
        Math.Clamp(low.X / Math.Max(ownLow.X, 1), RatioLow, RatioHigh);

    // Gloss adds the same light to fair skin as to dark, so that on fairer skin it must shrink; and it must not stand
    // out from the target's own.
    private static float Glossless(float lightness, float ratio, float targetContrast)
    {
        if (lightness <= 0)
            return lightness;
        float fairer = Math.Max(ratio, 1), shrunk = lightness / fairer;
        float knee = GlossKnee * targetContrast / (fairer * fairer), room = GlossRoom * targetContrast / fairer;
        float over = shrunk - knee;
        return over <= 0 ? shrunk : knee + over * room / (over + room);
    }

    // What is much darker than its skin, such as a brow or a lash, stays at least as dark in relation to it, and what is much
    // greyer as grey: by the skin's contrasts, which differ between lightness and hue's two axes, black would turn a light grey
    // on a fairer skin, or green or blue.
    private static Vector4 Related(Vector4 detail, Vector4 low, Vector4 own, Vector4 ownLow, float ratio, float brow, float interior)
    {
        Vector4 skin = Chromaticity(ownLow), colour = Chromaticity(own);
        float square = Vector4.Dot(skin, skin);
        if (square == 0)
            return detail;
        float saturation = Vector4.Dot(colour, skin) / square, greyer = Feather.Smoothstep(1 - saturation, 0, Greyness);
        float darker = Math.Max(brow, MostDark * interior * interior) * Feather.Smoothstep(ownLow.X - own.X, Darkness * ownLow.X, Black * ownLow.X);
        detail.X += darker * Math.Min(own.X * ratio - low.X - detail.X, 0);
        Vector4 related = (colour + saturation * (Chromaticity(low) - skin)) * Math.Max(low.X + detail.X + LightnessOffset, 0) - low;
        return Vector4.Lerp(detail, related, greyer * ChromaAlone);
    }

    // Hue and chroma in relation to the light, the same of a surface in any exposure: a* and b* too follow its cube root.
    private static Vector4 Chromaticity(Vector4 lab) => ChromaAlone * lab / Math.Max(lab.X + LightnessOffset, 1);

    // What is darker than the skin stays as dark in relation to it; what is lighter (the white of the eye) hardly
    // follows it, and white stays white.
    private static Vector4 Eye(Vector4 own, Vector4 ownLow, Vector4 low, float ratio)
    {
        float lightness = own.X - ownLow.X;
        float chroma = Math.Clamp(Chroma(low) / Math.Max(Chroma(ownLow), 1), RatioLow, RatioHigh);
        return (own * chroma - low) with { X = lightness * (lightness < 0 ? ratio : 1 / ratio), W = own.W - ownLow.W };
    }

    private static float Chroma(Vector4 lab) => MathF.Sqrt(lab.Y * lab.Y + lab.Z * lab.Z);

    // Moves the lips towards the colour of the target's.
    private void ShiftLips(ImageBuffer target, ImageBuffer targetLow, ImageBuffer identityLow, ImageBuffer result)
    {
        using Plane both = _areas.Lips.Clone();
        PlaneMath.Multiply(both, _areas.Comparable, both);
        if (PlaneMath.Sum(both) < ColourMatch.LeastWeight)
            return;

        using ImageBuffer wanted = Blur(target, both, LowSigma), given = Blur(result, both, LowSigma);
        Executor.For(0, result.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> wantedRow = wanted.Row(y), givenRow = given.Row(y), low = targetLow.Row(y), ownLow = identityLow.Row(y);
                ReadOnlySpan<float> lips = _areas.Lips.Row(y);
                Span<Vector4> row = result.Row(y);
                for (int x = 0; x < row.Length; x++)
                {
                    float foreign = Feather.Smoothstep(Math.Abs(Ratio(low[x], ownLow[x]) - 1), Alike, Foreign);
                    row[x] += lips[x] * foreign * MostLipShift * (wantedRow[x] - givenRow[x]);
                }
            }
        });
    }

    // On the skin, without its outliers.
    private Vector4 Contrast(ImageBuffer image, ImageBuffer lower) => BandContrast.Measure(image, lower, _areas.Skin, OutlierLimit);

    // A contrast without the noise's share in it.
    private Vector4 Noiseless(Vector4 contrast, ImageBuffer low)
    {
        Vector4 noise = _noise.Deviation(ColourStatistics.Measure(low, _areas.Skin).Mean.X);
        return Vector4.SquareRoot(Vector4.Max(contrast * contrast - noise * noise, LeastSignal * contrast * contrast));
    }

    private static Vector4 Gain(Vector4 wanted, Vector4 given, float low, float high) =>
        Vector4.Clamp(wanted / Vector4.Max(given, new Vector4(1e-3f)), new Vector4(low), new Vector4(high));

    private ImageBuffer Blur(ImageBuffer image, Plane weights, float sigma)
    {
        ImageBuffer blurred = ImageBuffer.Uninitialized(image.Width, image.Height);
        MaskedBlur.Apply(image, weights, sigma * _unit, blurred);
        return blurred;
    }
}
