using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>What changes in a face's region, and how much of it counts.</summary>
internal readonly unsafe struct FaceResidual
{
    private readonly RectI _region;
    private readonly Vector4* _original;
    private readonly Vector4* _result;
    private readonly float* _matte;
    private readonly float _mix;
    private readonly NetworkSpace _space;

    public FaceResidual(RectI region, ImageBuffer original, ImageBuffer result, Plane matte, float mix, NetworkSpace space)
    {
        BufferShape.RequireSize(original, region.Width, region.Height);
        BufferShape.RequireSize(result, region.Width, region.Height);
        BufferShape.RequireSize(matte, region.Width, region.Height);
        _region = region;
        _original = original.Pointer;
        _result = result.Pointer;
        _matte = matte.Pointer;
        _mix = mix;
        _space = space;
    }

    /// <summary>matte·mix at a pixel of the frame inside the region.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(int x, int y) => _matte[Index(x, y)] * _mix;

    /// <summary>
    /// What is to be added to the host's pixel there: weight·(decode(result) − decode(original)), 0 in channels where
    /// either isn't finite, and weight times the difference of their alphas. Premultiplied colours count by the pixel's
    /// alpha, and what alpha is gained or lost brings or takes the result's colour.
    /// </summary>
    /// <param name="x">Column in the frame.</param>
    /// <param name="y">Row in the frame.</param>
    /// <param name="alpha">The host pixel's.</param>
    /// <param name="weight">How much of the change.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Change(int x, int y, float alpha, float weight, bool premultiplied)
    {
        nint i = Index(x, y);
        Vector128<float> from = _original[i].AsVector128();
        Vector128<float> to = _result[i].AsVector128();
        Vector128<float> infinity = Vector128.Create(float.PositiveInfinity);
        Vector128<float> isFinite =
            Vector128.LessThan(Vector128.Abs(from), infinity) & Vector128.LessThan(Vector128.Abs(to), infinity);
        Vector256<float> decoded = _space.DecodeLanes(Vector256.Create(from, to));
        Vector128<float> change = ((decoded.GetUpper() - decoded.GetLower()) & isFinite) * (premultiplied ? weight * alpha : weight);
        float gained = ((to - from) & isFinite).GetElement(3) * weight;
        if (gained != 0 && premultiplied)
            change += (decoded.GetUpper() & isFinite) * gained;
        return change.WithElement(3, gained);
    }

    private nint Index(int x, int y) => ((nint)(y - _region.Y1) * _region.Width) + (x - _region.X1);
}
