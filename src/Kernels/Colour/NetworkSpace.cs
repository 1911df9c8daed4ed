using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// How a host's values become the working space (display-referred, Rec.709 primaries, nominally [0, 1]) and come back.
/// </summary>
/// <remarks>
/// Both directions are monotone up to 1e-6 relative, finite for every input (NaN counts as 0, magnitudes above 65504
/// as 65504) and computed lane by lane, so that a bad pixel touches no other. There and back, relative error:
/// without the roll-off at most 5e-6 for magnitudes up to 65504; with it at most 1e-4 for scene-linear values up to
/// 64, and for display values up to 16 (single precision leaves 4e-4 at a display value of 64).
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

    /// <summary>A host's value in the working space.</summary>
    /// <param name="value">Host value of one colour channel.</param>
    public float Encode(float value) => EncodeLanes(Vector256.Create(value)).ToScalar();

    /// <summary>A working-space value in the host's terms.</summary>
    /// <param name="value">Working-space value of one colour channel.</param>
    public float Decode(float value) => DecodeLanes(Vector256.Create(value)).ToScalar();

    /// <summary>As <see cref="Encode(float)"/> for red, green and blue; alpha is passed on as it is.</summary>
    /// <param name="value">Straight host colour.</param>
    public Vector4 Encode(Vector4 value) => EncodeLanes(value.AsVector128().ToVector256()).GetLower().WithElement(3, value.W).AsVector4();

    /// <summary>As <see cref="Decode(float)"/> for red, green and blue; alpha is passed on as it is.</summary>
    /// <param name="value">Straight working-space colour.</param>
    public Vector4 Decode(Vector4 value) => DecodeLanes(value.AsVector128().ToVector256()).GetLower().WithElement(3, value.W).AsVector4();

    /// <summary>Two pixels; the alpha lanes hold nothing of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> EncodeLanes(Vector256<float> value)
    {
        value = Finite(value);
        if (Curve == TransferCurve.SceneLinear)
            value = SrgbCurve.Encode(value);
        if (HighlightRollOff)
            value = HighlightShoulder.Compress(value);
        return value;
    }

    /// <summary>Two pixels; the alpha lanes hold nothing of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> DecodeLanes(Vector256<float> value)
    {
        value = Finite(value);
        if (HighlightRollOff)
            value = HighlightShoulder.Expand(value);
        if (Curve == TransferCurve.SceneLinear)
            value = SrgbCurve.Decode(Bounded(value, EncodedMost));
        return Bounded(value, MostMagnitude);
    }

    /// <summary>Host pixels to straight working-space pixels, in place: un-premultiplied, encoded, alpha made finite.</summary>
    internal unsafe void EncodeRow(Vector4* pixels, int count, bool premultiplied)
    {
        NetworkSpace space = this;
        int i = 0;
        for (; i <= count - 2; i += 2)
            space.EncodePixels(Vector256.Load((float*)(pixels + i)), premultiplied).Store((float*)(pixels + i));
        if (i < count)
            pixels[i] = space.EncodePixels(pixels[i].AsVector128().ToVector256(), premultiplied).GetLower().AsVector4();
    }

    /// <summary>Straight working-space pixels to host pixels, in place.</summary>
    internal unsafe void DecodeRow(Vector4* pixels, int count, bool premultiplied)
    {
        NetworkSpace space = this;
        int i = 0;
        for (; i <= count - 2; i += 2)
            space.DecodePixels(Vector256.Load((float*)(pixels + i)), premultiplied).Store((float*)(pixels + i));
        if (i < count)
            pixels[i] = space.DecodePixels(pixels[i].AsVector128().ToVector256(), premultiplied).GetLower().AsVector4();
    }

    // The encoding of MostMagnitude lies just below it.
    private const float EncodedMost = 110;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> EncodePixels(Vector256<float> value, bool premultiplied)
    {
        Vector256<float> alpha = Finite(PixelPairs.Alpha(value));
        if (premultiplied)
        {
            Vector256<float> hasAlpha = Vector256.GreaterThan(alpha, Vector256<float>.Zero);
            value = (value / alpha) & hasAlpha;
        }

        return PixelPairs.WithAlpha(EncodeLanes(value), alpha);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> DecodePixels(Vector256<float> value, bool premultiplied)
    {
        Vector256<float> alpha = Finite(PixelPairs.Alpha(value));
        Vector256<float> colour = DecodeLanes(value);
        return PixelPairs.WithAlpha(premultiplied ? colour * alpha : colour, alpha);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Finite(Vector256<float> value) =>
        Bounded(value & Vector256.Equals(value, value), MostMagnitude);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Bounded(Vector256<float> value, float most) =>
        Vector256.MaxNative(Vector256.MinNative(value, Vector256.Create(most)), Vector256.Create(-most));
}
