using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FaceFusion.Kernels.Colour.Spaces;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// How a host's values become the working space (display-referred, Rec.709 primaries, sRGB-encoded, nominally [0, 1]) and
/// come back.
/// </summary>
/// <remarks>
/// Both directions are finite for every input (NaN counts as 0, magnitudes above 65504 as 65504), clip nothing within
/// that, and touch no other pixel than the one given; with Rec.709 primaries they are monotone up to 2e-6 relative and
/// computed channel by channel. There and back, relative error: without the roll-off at most 5e-6 of the value for
/// Rec.709 primaries (for codes whose 0 is not black, of 0.1 at least) and 1e-5 of the pixel's light, its largest channel's,
/// for others, which is below 1e-4 of the largest code value as long as no channel is a hundred times darker than another;
/// with the roll-off at most 1e-4 for light up to 64, and for display values up to 16 (single precision leaves 4e-4 at a
/// display value of 64).
/// </remarks>
/// <param name="Curve">What the host's values mean.</param>
/// <param name="HighlightRollOff">
/// Whether values above 0.9 are brought below 1 by an invertible shoulder, k + (1 − k)·t/(1 + t) with k = 0.9 and
/// t = (x − k)/(1 − k).
/// </param>
public readonly record struct NetworkSpace(TransferCurve Curve, bool HighlightRollOff)
{
    /// <summary>The largest magnitude on the host's side: that of binary16.</summary>
    public const float MostMagnitude = 65504;

    /// <summary>The working space itself: values are taken as they are.</summary>
    public static NetworkSpace Working => new(TransferCurve.Display, HighlightRollOff: false);

    /// <summary>Which red, green and blue the host's values are of; those of Rec.709 unless it is said. Another white than D65 is adapted to by Bradford's method.</summary>
    public ColourPrimaries Primaries { get; init; }

    /// <summary>
    /// The space in whose values two pixels are mixed: the host's own, as the host would do it, but light where the host's
    /// values are a log's, PQ's or HLG's, so that a soft edge in them is the same as in light.
    /// </summary>
    public NetworkSpace ForMixing() => Curve > TransferCurve.Bt1886 ? new(TransferCurve.SceneLinear, HighlightRollOff) { IsByLight = true } : this;

    // Whether scene-linear light, too, is left to its LightConverter: what is mixed becomes a log's or PQ's codes, which tell
    // light near black apart a thousand times as finely as numbers near 1 do, and a card mixes as the converter does.
    private bool IsByLight { get; init; }

    // The spaces that need no more than the sRGB curve.
    private bool IsPlain => Curve <= TransferCurve.SceneLinear && Primaries == ColourPrimaries.Rec709 && !IsByLight;

    /// <summary>A host's value in the working space.</summary>
    /// <param name="value">Host value of one colour channel; of all three where the primaries are not Rec.709's.</param>
    public float Encode(float value) => EncodeLanes(Vector256.Create(value)).ToScalar();

    /// <summary>A working-space value in the host's terms.</summary>
    /// <param name="value">Working-space value of one colour channel; of all three where the primaries are not Rec.709's.</param>
    public float Decode(float value) => DecodeLanes(Vector256.Create(value)).ToScalar();

    /// <summary>The working-space colour of a host's; alpha is passed on as it is.</summary>
    /// <param name="value">Straight host colour.</param>
    public Vector4 Encode(Vector4 value) => EncodeLanes(value.AsVector128().ToVector256()).GetLower().WithElement(3, value.W).AsVector4();

    /// <summary>The host's colour of a working-space one; alpha is passed on as it is.</summary>
    /// <param name="value">Straight working-space colour.</param>
    public Vector4 Decode(Vector4 value) => DecodeLanes(value.AsVector128().ToVector256()).GetLower().WithElement(3, value.W).AsVector4();

    /// <summary>Two pixels; the alpha lanes hold nothing of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> EncodeLanes(Vector256<float> value)
    {
        value = Finite(value);
        if (!IsPlain)
            value = LightConverter.Of(Curve, Primaries).Encode(value);
        else if (Curve == TransferCurve.SceneLinear)
            value = SrgbSeries.Encode(value);
        return RolledOff(value);
    }

    /// <summary>Two pixels; the alpha lanes hold nothing of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> DecodeLanes(Vector256<float> value)
    {
        if (!IsPlain)
            return DecodeByLight(value);

        value = Finite(value);
        if (!HighlightRollOff && Curve != TransferCurve.SceneLinear)
            return value;
        if (HighlightRollOff)
            value = HighlightShoulder.Expand(value);
        if (Curve == TransferCurve.SceneLinear)
            value = SrgbSeries.Decode(Bounded(value, EncodedMost));
        return Bounded(value, MostMagnitude);
    }

    /// <summary>Host pixels to straight working-space pixels, in place: un-premultiplied, encoded, alpha made finite.</summary>
    internal unsafe void EncodeRow(Vector4* pixels, int count, bool premultiplied) => EncodeRow(pixels, pixels, count, premultiplied, pixels);

    /// <summary>Host pixels to straight working-space pixels: un-premultiplied, encoded, alpha made finite.</summary>
    /// <param name="source">Host pixels.</param>
    /// <param name="destination">As many; may be the source, but not overlap it otherwise.</param>
    /// <param name="count">How many.</param>
    /// <param name="premultiplied">Whether colours are multiplied by alpha.</param>
    /// <param name="next">As many pixels that will be asked for next: the caches are told.</param>
    internal unsafe void EncodeRow(Vector4* source, Vector4* destination, int count, bool premultiplied, Vector4* next)
    {
        if (!IsPlain)
        {
            if (source != destination)
                new ReadOnlySpan<Vector4>(source, count).CopyTo(new Span<Vector4>(destination, count));
            LightConverter.Of(Curve, Primaries).EncodeRow(destination, count, premultiplied, HighlightRollOff);
            return;
        }

        NetworkSpace space = this;
        int i = Curve == TransferCurve.SceneLinear ? space.EncodeLight(source, destination, count, premultiplied, next) : 0;
        for (; i <= count - 2; i += 2)
            space.EncodePixels(Vector256.Load((float*)(source + i)), premultiplied).Store((float*)(destination + i));
        if (i < count)
            destination[i] = space.EncodePixels(source[i].AsVector128().ToVector256(), premultiplied).GetLower().AsVector4();
    }

    /// <summary>Straight working-space pixels to host pixels, in place.</summary>
    internal unsafe void DecodeRow(Vector4* pixels, int count, bool premultiplied)
    {
        if (!IsPlain)
        {
            LightConverter.Of(Curve, Primaries).DecodeRow(pixels, count, premultiplied, HighlightRollOff);
            return;
        }

        NetworkSpace space = this;
        int i = 0;
        for (; i <= count - 2; i += 2)
            space.DecodePixels(Vector256.Load((float*)(pixels + i)), premultiplied).Store((float*)(pixels + i));
        if (i < count)
            pixels[i] = space.DecodePixels(pixels[i].AsVector128().ToVector256(), premultiplied).GetLower().AsVector4();
    }

    /// <summary>Two pixels divided by their alphas where these are multiplied in; one without alpha becomes black.</summary>
    /// <param name="value">Two host pixels.</param>
    /// <param name="premultiplied">Whether colours are multiplied by alpha.</param>
    /// <param name="alpha">Their alphas, made finite, in all lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Straight(Vector256<float> value, bool premultiplied, out Vector256<float> alpha)
    {
        alpha = Finite(PixelPairs.Alpha(value));
        if (!premultiplied || Vector256.EqualsAll(alpha, Vector256<float>.One))
            return value;
        Vector256<float> hasAlpha = Vector256.GreaterThan(alpha, Vector256<float>.Zero);
        return (value / alpha) & hasAlpha;
    }

    /// <summary>Straight colours with the alphas of other pixels, multiplied by them where a host wants it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> HostAlpha(Vector256<float> colour, Vector256<float> alphas, bool premultiplied)
    {
        Vector256<float> alpha = Finite(PixelPairs.Alpha(alphas));
        return PixelPairs.WithAlpha(premultiplied ? colour * alpha : colour, alpha);
    }

    /// <summary>NaN becomes 0, and what is larger than a half holds the largest half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Finite(Vector256<float> value) => Bounded(Number(value), MostMagnitude);

    /// <summary>NaN becomes 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Number(Vector256<float> value) => value & Vector256.Equals(value, value);

    /// <summary>Numbers no larger than a magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Bounded(Vector256<float> value, float most) =>
        Vector256.MaxNative(Vector256.MinNative(value, Vector256.Create(most)), Vector256.Create(-most));

    // The encoding of MostMagnitude lies just below it.
    private const float EncodedMost = 110;

    private Vector256<float> DecodeByLight(Vector256<float> value)
    {
        value = Number(value);
        if (HighlightRollOff)
            value = HighlightShoulder.Expand(value);
        return Bounded(LightConverter.Of(Curve, Primaries).Decode(Bounded(value, LightConverter.MostWorking)), MostMagnitude);
    }

    // Eight pixels at a time: six of them have a lane to spare, which takes a colour of the others. Returns how many are done.
    private unsafe int EncodeLight(Vector4* source, Vector4* destination, int count, bool premultiplied, Vector4* next)
    {
        int i = 0;
        for (; i <= count - 8; i += 8)
        {
            if (Sse.IsSupported)
            {
                // Eight pixels are two lines of a cache.
                Sse.Prefetch0(next + i);
                Sse.Prefetch0(next + i + 4);
            }

            var row = (float*)(source + i);
            Vector256<float> a = Straight(Vector256.Load(row), premultiplied, out Vector256<float> alphaA);
            Vector256<float> b = Straight(Vector256.Load(row + 8), premultiplied, out Vector256<float> alphaB);
            Vector256<float> c = Straight(Vector256.Load(row + 16), premultiplied, out Vector256<float> alphaC);
            Vector256<float> d = Straight(Vector256.Load(row + 24), premultiplied, out Vector256<float> alphaD);
            a = SrgbSeries.Encode(Finite(PixelPairs.WithAlpha(a, PixelPairs.Red(d))));
            b = SrgbSeries.Encode(Finite(PixelPairs.WithAlpha(b, PixelPairs.Green(d))));
            c = SrgbSeries.Encode(Finite(PixelPairs.WithAlpha(c, PixelPairs.Blue(d))));
            d = PixelPairs.FromAlphas(a, b, c);
            row = (float*)(destination + i);
            PixelPairs.WithAlpha(RolledOff(a), alphaA).Store(row);
            PixelPairs.WithAlpha(RolledOff(b), alphaB).Store(row + 8);
            PixelPairs.WithAlpha(RolledOff(c), alphaC).Store(row + 16);
            PixelPairs.WithAlpha(RolledOff(d), alphaD).Store(row + 24);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> RolledOff(Vector256<float> value) =>
        HighlightRollOff && HighlightShoulder.Reaches(value) ? HighlightShoulder.Compress(value) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> EncodePixels(Vector256<float> value, bool premultiplied)
    {
        Vector256<float> straight = Straight(value, premultiplied, out Vector256<float> alpha);
        return PixelPairs.WithAlpha(EncodeLanes(straight), alpha);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> DecodePixels(Vector256<float> value, bool premultiplied) =>
        HostAlpha(DecodeLanes(value), value, premultiplied);
}
