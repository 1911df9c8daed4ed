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
    public float Encode(float value) => EncodeLanes(Vector128.Create(value)).ToScalar();

    /// <summary>A working-space value in the host's terms.</summary>
    /// <param name="value">Working-space value of one colour channel.</param>
    public float Decode(float value) => DecodeLanes(Vector128.Create(value)).ToScalar();

    /// <summary>As <see cref="Encode(float)"/> for red, green and blue; alpha is passed on as it is.</summary>
    /// <param name="value">Straight host colour.</param>
    public Vector4 Encode(Vector4 value) => EncodeLanes(value.AsVector128()).WithElement(3, value.W).AsVector4();

    /// <summary>As <see cref="Decode(float)"/> for red, green and blue; alpha is passed on as it is.</summary>
    /// <param name="value">Straight working-space colour.</param>
    public Vector4 Decode(Vector4 value) => DecodeLanes(value.AsVector128()).WithElement(3, value.W).AsVector4();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector128<float> EncodeLanes(Vector128<float> value)
    {
        value = Finite(value);
        if (Curve == TransferCurve.SceneLinear)
            value = SrgbCurve.Encode(value);
        if (HighlightRollOff)
            value = HighlightShoulder.Compress(value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector128<float> DecodeLanes(Vector128<float> value)
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
        for (int i = 0; i < count; i++)
        {
            Vector128<float> value = pixels[i].AsVector128();
            Vector128<float> alpha = Finite(Vector128.Shuffle(value, Vector128.Create(3, 3, 3, 3)));
            if (premultiplied)
            {
                Vector128<float> hasAlpha = Vector128.GreaterThan(alpha, Vector128<float>.Zero);
                value = Vector128.ConditionalSelect(hasAlpha, value / alpha, Vector128<float>.Zero);
            }

            pixels[i] = WithAlpha(space.EncodeLanes(value), alpha).AsVector4();
        }
    }

    /// <summary>Straight working-space pixels to host pixels, in place.</summary>
    internal unsafe void DecodeRow(Vector4* pixels, int count, bool premultiplied)
    {
        NetworkSpace space = this;
        for (int i = 0; i < count; i++)
        {
            Vector128<float> value = pixels[i].AsVector128();
            Vector128<float> alpha = Finite(Vector128.Shuffle(value, Vector128.Create(3, 3, 3, 3)));
            Vector128<float> colour = space.DecodeLanes(value);
            pixels[i] = WithAlpha(premultiplied ? colour * alpha : colour, alpha).AsVector4();
        }
    }

    // The encoding of MostMagnitude lies just below it.
    private const float EncodedMost = 110;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> WithAlpha(Vector128<float> colour, Vector128<float> alpha) =>
        Vector128.ConditionalSelect(Vector128.Create(-1, -1, -1, 0).AsSingle(), colour, alpha);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Finite(Vector128<float> value) =>
        Bounded(value & Vector128.Equals(value, value), MostMagnitude);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Bounded(Vector128<float> value, float most) =>
        Vector128.MaxNative(Vector128.MinNative(value, Vector128.Create(most)), Vector128.Create(-most));
}
