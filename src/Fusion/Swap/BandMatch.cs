using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
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

    // Deviations beyond this many root mean squares (a mole, a glint) don't count for the contrast.
    private const float OutlierLimit = 3;

    // The share of a contrast's square that is taken for more than noise in any case.
    private const float LeastSignal = 0.06f;

    // Complexions are alike up to where one skin is this share lighter than the other, and foreign from the second on: then
    // lips take these shares of the lightness and of the hue and chroma of the target's: without its hue they look silvery.
    private const float Alike = 0.1f;
    private const float Foreign = 0.5f;
    private static readonly Vector4 MostLipShift = new(0.1f, 0.6f, 0.6f, 0);

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
        BandContrast targetContrast = Contrast(target, targetMiddle, targetLow), given = Contrast(identity, identityMiddle, identityLow);
        new BandRecolour
        {
            TargetLow = targetLow,
            TargetMiddle = targetMiddle,
            Identity = identity,
            IdentityLow = identityLow,
            IdentityMiddle = identityMiddle,
            Eyes = _areas.Eyes,
            Lips = _areas.Lips,
            Brows = _areas.Brows,
            Interior = _areas.Interior,
            TargetContrast = targetContrast.Middle,
            MiddleGain = Gain(targetContrast.Middle, given.Middle, MiddleGainLow, MiddleGainHigh),
            FineGain = Gain(Noiseless(targetContrast), given.Fine, FineGainLow, FineGainHigh),
            Relit = _relit,
        }.Apply(recoloured);
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
        Math.Clamp(low.X / Math.Max(ownLow.X, 1), BandRecolour.RatioLow, BandRecolour.RatioHigh);

    // Moves the lips towards the colour of the target's: in the part of the picture where there are any.
    private void ShiftLips(ImageBuffer target, ImageBuffer targetLow, ImageBuffer identityLow, ImageBuffer result)
    {
        RectI part = PlaneMath.BoundsAbove(_areas.Lips, 0);
        using Plane both = _areas.Lips.Crop(part), comparable = _areas.Comparable.Crop(part);
        PlaneMath.Multiply(both, comparable, both);
        if (PlaneMath.Sum(both) < ColourMatch.LeastWeight)
            return;

        using ImageBuffer wanted = target.Crop(part), given = result.Crop(part);
        ImageMath.Subtract(wanted, given, wanted);
        MaskedBlur.Apply(wanted, both, LowSigma * _unit, wanted);
        for (int y = part.Y1; y < part.Y2; y++)
        {
            ReadOnlySpan<Vector4> difference = wanted.Row(y - part.Y1), low = targetLow.Row(y)[part.X1..], ownLow = identityLow.Row(y)[part.X1..];
            ReadOnlySpan<float> lips = _areas.Lips.Row(y)[part.X1..];
            Span<Vector4> row = result.Row(y)[part.X1..part.X2];
            for (int x = 0; x < row.Length; x++)
            {
                if (lips[x] == 0)
                    continue;
                float foreign = Feather.Smoothstep(Math.Abs(Ratio(low[x], ownLow[x]) - 1), Alike, Foreign);
                row[x] += lips[x] * foreign * MostLipShift * difference[x];
            }
        }
    }

    // On the skin, without its outliers.
    private BandContrast Contrast(ImageBuffer image, ImageBuffer middle, ImageBuffer low) => BandContrast.Measure(image, middle, low, _areas.Skin, OutlierLimit);

    // A fine contrast without the noise's share in it.
    private Vector4 Noiseless(in BandContrast contrast)
    {
        Vector4 noise = _noise.Deviation(contrast.Level.X), squares = contrast.Fine * contrast.Fine;
        return Vector4.SquareRoot(Vector4.Max(squares - noise * noise, LeastSignal * squares));
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
