using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Puts the bands of <see cref="BandMatch"/> together, eight pixels at once: the target's low band, the identity's middle and fine
/// one at the target's contrast, and what eyes, brows, lashes and gloss need.
/// </summary>
internal sealed unsafe class BandRecolour
{
    /// <summary>The least and the largest ratio of the two skins' lightness and chroma.</summary>
    public const float RatioLow = 0.5f, RatioHigh = 2;

    /// <summary>L* + 16 is 116 times the cube root of the light (CIE 15).</summary>
    public const float LightnessOffset = 16;

    // Gloss is left alone up to the first and never exceeds the sum of both, in root mean squares of the target's
    // band.
    private const float GlossKnee = 2.5f;
    private const float GlossRoom = 1.5f;

    // What has this share less of chroma than its skin is no skin; nor is what is darker by the second of these shares.
    private const float Greyness = 0.5f;
    private const float Darkness = 0.5f, Black = 0.75f;

    // Lashes and nostrils are lit by the skin around them, which is fairer now: as dark as in the photo they would be too dark,
    // as demo-shot/truth shows.
    private const float MostDark = 0.25f;

    private const int RowGrain = 8;

    /// <summary>The target's low and middle band.</summary>
    public required ImageBuffer TargetLow { get; init; }

    /// <inheritdoc cref="TargetLow"/>
    public required ImageBuffer TargetMiddle { get; init; }

    /// <summary>The identity's picture, and its low and middle band.</summary>
    public required ImageBuffer Identity { get; init; }

    /// <inheritdoc cref="Identity"/>
    public required ImageBuffer IdentityLow { get; init; }

    /// <inheritdoc cref="Identity"/>
    public required ImageBuffer IdentityMiddle { get; init; }

    /// <summary>What lies between the lids, as a weight; of lips and brows; and how far inside the identity's picture, from 0 at its edge to 1.</summary>
    public required Plane Eyes { get; init; }

    /// <inheritdoc cref="Eyes"/>
    public required Plane Lips { get; init; }

    /// <inheritdoc cref="Eyes"/>
    public required Plane Brows { get; init; }

    /// <inheritdoc cref="Eyes"/>
    public required Plane Interior { get; init; }

    /// <summary>The root mean square of the target's middle band.</summary>
    public required Vector4 TargetContrast { get; init; }

    /// <summary>The factors on the identity's middle and fine band.</summary>
    public required Vector4 MiddleGain { get; init; }

    /// <inheritdoc cref="MiddleGain"/>
    public required Vector4 FineGain { get; init; }

    /// <summary>How much of another light was taken off the identity's picture, 0 to 1.</summary>
    public required float Relit { get; init; }

    /// <summary>Writes the recoloured picture.</summary>
    /// <param name="result">Another image than the others; its fourth channel becomes 1.</param>
    public void Apply(ImageBuffer result) => Executor.For(0, result.Height, RowGrain, (from, to) =>
    {
        for (int y = from; y < to; y++)
            Row(y, result);
    });

    private void Row(int y, ImageBuffer result)
    {
        int width = result.Width;
        nint first = (nint)y * width;
        Vector4* low = TargetLow.Pointer + first, middle = TargetMiddle.Pointer + first;
        Vector4* own = Identity.Pointer + first, ownLow = IdentityLow.Pointer + first, ownMiddle = IdentityMiddle.Pointer + first, target = result.Pointer + first;
        float* eyes = Eyes.Pointer + first, lips = Lips.Pointer + first, brows = Brows.Pointer + first, interior = Interior.Pointer + first;
        for (int x = 0; x < width; x += EightPixels.Count)
        {
            EightPixels skin = EightPixels.Load(ownLow, x, width), wanted = EightPixels.Load(low, x, width), given = EightPixels.Load(own, x, width);
            Vector256<float> ratio = Clamp(wanted.X / Vector256.MaxNative(skin.X, Vector256<float>.One), RatioLow, RatioHigh);
            EightPixels detail = Detail(wanted, skin, given, EightPixels.Load(ownMiddle, x, width), EightPixels.Load(middle, x, width), EightPixels.Load(lips, x, width), ratio);
            detail = Related(detail, wanted, given, skin, ratio, EightPixels.Load(brows, x, width), EightPixels.Load(interior, x, width));
            Vector256<float> eye = EightPixels.Load(eyes, x, width);
            if (eye != Vector256<float>.Zero)
                detail = Lerp(detail, Eye(given, skin, wanted, ratio), eye);
            new EightPixels(wanted.X + detail.X, wanted.Y + detail.Y, wanted.Z + detail.Z).Store(target, x, width, Vector256<float>.One);
        }
    }

    // The identity's middle and fine bands at their new contrast; where its light was another, the target's hue and chroma in the middle one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private EightPixels Detail(EightPixels low, EightPixels ownLow, EightPixels own, EightPixels ownMiddle, EightPixels middle, Vector256<float> lips, Vector256<float> ratio)
    {
        Vector256<float> x = Glossless((ownMiddle.X - ownLow.X) * MiddleGain.X, ratio);
        Vector256<float> y = (ownMiddle.Y - ownLow.Y) * MiddleGain.Y, z = (ownMiddle.Z - ownLow.Z) * MiddleGain.Z;
        Vector256<float> taken = (Vector256<float>.One - lips) * Relit;
        y += taken * (middle.Y - low.Y - y);
        z += taken * (middle.Z - low.Z - z);
        return new EightPixels(
            x + ((own.X - ownMiddle.X) * FineGain.X), y + ((own.Y - ownMiddle.Y) * FineGain.Y), z + ((own.Z - ownMiddle.Z) * FineGain.Z));
    }

    // Gloss adds the same light to fair skin as to dark, so that on fairer skin it must shrink; and it must not stand
    // out from the target's own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Glossless(Vector256<float> lightness, Vector256<float> ratio)
    {
        Vector256<float> darker = Vector256<float>.One / Vector256.MaxNative(ratio, Vector256<float>.One), shrunk = lightness * darker;
        Vector256<float> knee = darker * darker * (GlossKnee * TargetContrast.X), room = darker * (GlossRoom * TargetContrast.X);
        Vector256<float> over = shrunk - knee, compressed = knee + (over * room / (over + room));
        Vector256<float> gloss = Vector256.ConditionalSelect(Vector256.GreaterThan(over, Vector256<float>.Zero), compressed, shrunk);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(lightness, Vector256<float>.Zero), gloss, lightness);
    }

    // What is much darker than its skin, such as a brow or a lash, stays at least as dark in relation to it, and what is much
    // greyer as grey: by the skin's contrasts, which differ between lightness and hue's two axes, black would turn a light grey
    // on a fairer skin, or green or blue. Hue and chroma are related to the light, the same of a surface in any exposure: a* and b*
    // too follow its cube root.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EightPixels Related(EightPixels detail, EightPixels low, EightPixels own, EightPixels ownLow, Vector256<float> ratio, Vector256<float> brow, Vector256<float> interior)
    {
        Vector256<float> perOwnLow = PerLight(ownLow.X), perOwn = PerLight(own.X), perLow = PerLight(low.X);
        Vector256<float> skinY = ownLow.Y * perOwnLow, skinZ = ownLow.Z * perOwnLow, colourY = own.Y * perOwn, colourZ = own.Z * perOwn;
        Vector256<float> square = (skinY * skinY) + (skinZ * skinZ), hasHue = Vector256.GreaterThan(square, Vector256<float>.Zero);
        Vector256<float> saturation = ((colourY * skinY) + (colourZ * skinZ)) / square;
        Vector256<float> greyer = Smoothstep((Vector256<float>.One - saturation) / Vector256.Create(Greyness)) & hasHue;
        Vector256<float> depth = (ownLow.X - own.X - (ownLow.X * Darkness)) / (ownLow.X * (Black - Darkness));
        Vector256<float> darker = Vector256.MaxNative(brow, interior * interior * MostDark) * Smoothstep(depth) & hasHue;
        Vector256<float> x = detail.X + (darker * Vector256.MinNative((own.X * ratio) - low.X - detail.X, Vector256<float>.Zero));
        Vector256<float> light = Vector256.MaxNative(low.X + x + Vector256.Create(LightnessOffset), Vector256<float>.Zero);
        Vector256<float> y = ((colourY + (saturation * ((low.Y * perLow) - skinY))) * light) - low.Y;
        Vector256<float> z = ((colourZ + (saturation * ((low.Z * perLow) - skinZ))) * light) - low.Z;

        // Without a hue of the skin there is nothing to relate to, and no number.
        return new EightPixels(x, detail.Y + (greyer * ((y & hasHue) - detail.Y)), detail.Z + (greyer * ((z & hasHue) - detail.Z)));
    }

    // What is darker than the skin stays as dark in relation to it; what is lighter (the white of the eye) hardly
    // follows it, and white stays white.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EightPixels Eye(EightPixels own, EightPixels ownLow, EightPixels low, Vector256<float> ratio)
    {
        Vector256<float> lightness = own.X - ownLow.X;
        Vector256<float> chroma = Clamp(Chroma(low) / Vector256.MaxNative(Chroma(ownLow), Vector256<float>.One), RatioLow, RatioHigh);
        Vector256<float> factor = Vector256.ConditionalSelect(Vector256.LessThan(lightness, Vector256<float>.Zero), ratio, Vector256<float>.One / ratio);
        return new EightPixels(lightness * factor, (own.Y * chroma) - low.Y, (own.Z * chroma) - low.Z);
    }

    private static Vector256<float> Chroma(EightPixels lab) => Vector256.Sqrt((lab.Y * lab.Y) + (lab.Z * lab.Z));

    private static Vector256<float> PerLight(Vector256<float> lightness) =>
        Vector256<float>.One / Vector256.MaxNative(lightness + Vector256.Create(LightnessOffset), Vector256<float>.One);

    // 0 up to 0, 1 from 1 on, and 0 for what is no number.
    private static Vector256<float> Smoothstep(Vector256<float> t)
    {
        t = Vector256.MinNative(t, Vector256<float>.One) & Vector256.GreaterThan(t, Vector256<float>.Zero);
        return t * t * (Vector256.Create(3f) - (t + t));
    }

    private static EightPixels Lerp(EightPixels from, EightPixels to, Vector256<float> share) =>
        new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)), from.Z + (share * (to.Z - from.Z)));

    private static Vector256<float> Clamp(Vector256<float> value, float least, float most) =>
        Vector256.MinNative(Vector256.MaxNative(value, Vector256.Create(least)), Vector256.Create(most));
}
