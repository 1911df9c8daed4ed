using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>
/// What changes in a face's region of a host's image, and how much of it counts. A non-owning view: the owner keeps the
/// buffers alive and unchanged while it is used.
/// </summary>
public readonly unsafe struct FaceResidual
{
    private readonly Vector4* _original;
    private readonly Vector4* _result;
    private readonly float* _matte;
    private readonly float _mix;
    private readonly NetworkSpace _space;
    private readonly NetworkSpace _mixing;
    private readonly bool _isMixedInLight;

    /// <summary>Describes a changed face.</summary>
    /// <param name="region">Where the face lies in the host's image; its (X1, Y1) is (0, 0) of the next three. May stick out.</param>
    /// <param name="original">The host's image in the working space, straight, of the region's size.</param>
    /// <param name="result">What it should become, straight, of the region's size.</param>
    /// <param name="matte">How much of it, of the region's size; a not-a-number value counts as 0.</param>
    /// <param name="mix">Factor on the matte.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public FaceResidual(RectI region, ImageBuffer original, ImageBuffer result, Plane matte, float mix, NetworkSpace space)
    {
        BufferShape.RequireSize(original, region.Width, region.Height);
        BufferShape.RequireSize(result, region.Width, region.Height);
        BufferShape.RequireSize(matte, region.Width, region.Height);
        Region = region;
        _original = original.Pointer;
        _result = result.Pointer;
        _matte = matte.Pointer;
        _mix = mix;
        _space = space;
        _mixing = space.ForMixing();
        _isMixedInLight = _mixing != space;
    }

    /// <summary>Where the face lies in the host's image; may stick out.</summary>
    public RectI Region { get; private init; }

    /// <summary>The same face in coordinates in which it lies elsewhere: those of a part of the host's image.</summary>
    /// <param name="dx">Columns to the right.</param>
    /// <param name="dy">Rows down.</param>
    public FaceResidual Offset(int dx, int dy) => this with { Region = Region.Offset(dx, dy) };

    /// <summary>Whether light is mixed rather than the host's values: <see cref="ChangeOfPair"/> can't.</summary>
    internal bool IsMixedInLight => _isMixedInLight;

    /// <summary>The columns of the frame between the first and the last pixel of a row that count.</summary>
    /// <param name="y">Row in the frame, inside the region.</param>
    /// <param name="from">First column, inside the region.</param>
    /// <param name="to">One past the last column.</param>
    internal (int From, int To) Counted(int y, int from, int to)
    {
        while (from < to && !(Weight(from, y) > 0))
            from++;
        while (from < to && !(Weight(to - 1, y) > 0))
            to--;
        return (from, to);
    }

    /// <summary>matte·mix at a pixel of the frame inside the region.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float Weight(int x, int y) => _matte[Index(x, y)] * _mix;

    /// <summary>
    /// What is to be added to the host's pixel there: weight·(decode(result) − decode(original)), 0 in channels where
    /// either isn't finite, and weight times the difference of their alphas. In a space that is mixed in light, the host's
    /// value of the light between original and result, less that of the original. Premultiplied colours count by the
    /// pixel's alpha, and what alpha is gained or lost brings or takes the result's colour.
    /// </summary>
    /// <param name="x">Column in the frame.</param>
    /// <param name="y">Row in the frame.</param>
    /// <param name="alpha">The host pixel's.</param>
    /// <param name="weight">How much of the change.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector128<float> Change(int x, int y, float alpha, float weight, bool premultiplied)
    {
        nint i = Index(x, y);
        Vector128<float> from = _original[i].AsVector128();
        Vector128<float> to = _result[i].AsVector128();
        Vector128<float> infinity = Vector128.Create(float.PositiveInfinity);
        Vector128<float> isFinite =
            Vector128.LessThan(Vector128.Abs(from), infinity) & Vector128.LessThan(Vector128.Abs(to), infinity);
        Vector256<float> decoded = _space.DecodeLanes(Vector256.Create(from, to));
        Vector128<float> change = _isMixedInLight
            ? (ChangeOfLight(from, to, weight) & isFinite) * (premultiplied ? alpha : 1)
            : ((decoded.GetUpper() - decoded.GetLower()) & isFinite) * (premultiplied ? weight * alpha : weight);
        float gained = ((to - from) & isFinite).GetElement(3) * weight;
        if (gained != 0 && premultiplied)
            change += (decoded.GetUpper() & isFinite) * gained;
        return change.WithElement(3, gained);
    }

    /// <summary>As <see cref="Change"/>, for a pixel and the one to its right, in spaces that aren't mixed in light; exactly 0 where nothing counts.</summary>
    /// <param name="x">Column in the frame; the next one is inside the region as well.</param>
    /// <param name="y">Row in the frame.</param>
    /// <param name="alphas">Each host pixel's alpha in all of its lanes.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> ChangeOfPair(int x, int y, Vector256<float> alphas, bool premultiplied)
    {
        nint i = Index(x, y);
        Vector256<float> from = Vector256.Load((float*)(_original + i)), to = Vector256.Load((float*)(_result + i));
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        Vector256<float> isFinite = Vector256.LessThan(Vector256.Abs(from), infinity) & Vector256.LessThan(Vector256.Abs(to), infinity);
        Vector256<float> weight = Vector256.Create(Vector128.Create(_matte[i] * _mix), Vector128.Create(_matte[i + 1] * _mix));
        weight &= Vector256.GreaterThan(weight, Vector256<float>.Zero);
        Vector256<float> decoded = _space.DecodeLanes(to);
        Vector256<float> change = ((decoded - _space.DecodeLanes(from)) & isFinite) * (premultiplied ? weight * alphas : weight);
        Vector256<float> gained = PixelPairs.Alpha((to - from) & isFinite) * weight;
        if (premultiplied && gained != Vector256<float>.Zero)
            change += (decoded & isFinite) * gained;
        return PixelPairs.WithAlpha(change, gained);
    }

    // The original goes the same way as the mix, so that where they are equal their difference is exactly 0.
    private Vector128<float> ChangeOfLight(Vector128<float> from, Vector128<float> to, float weight)
    {
        Vector256<float> light = _mixing.DecodeLanes(Vector256.Create(from, to));
        Vector128<float> original = light.GetLower(), mixed = original + ((light.GetUpper() - original) * weight);
        Vector256<float> host = _space.DecodeLanes(_mixing.EncodeLanes(Vector256.Create(original, mixed)));
        return host.GetUpper() - host.GetLower();
    }

    private nint Index(int x, int y) => ((nint)(y - Region.Y1) * Region.Width) + (x - Region.X1);
}
