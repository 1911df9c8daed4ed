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
    private readonly RectI region;
    private readonly Vector4* original;
    private readonly Vector4* result;
    private readonly float* matte;
    private readonly float mix;
    private readonly NetworkSpace space;

    public FaceResidual(RectI region, ImageBuffer original, ImageBuffer result, Plane matte, float mix, NetworkSpace space)
    {
        BufferShape.RequireSize(original, region.Width, region.Height);
        BufferShape.RequireSize(result, region.Width, region.Height);
        BufferShape.RequireSize(matte, region.Width, region.Height);
        this.region = region;
        this.original = original.Pointer;
        this.result = result.Pointer;
        this.matte = matte.Pointer;
        this.mix = mix;
        this.space = space;
    }

    /// <summary>matte·mix at a pixel of the frame inside the region.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(int x, int y) => matte[Index(x, y)] * mix;

    /// <summary>decode(result) − decode(original) there, in the host's terms; 0 in channels where either isn't finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Residual(int x, int y)
    {
        nint i = Index(x, y);
        Vector128<float> from = original[i].AsVector128();
        Vector128<float> to = result[i].AsVector128();
        Vector128<float> infinity = Vector128.Create(float.PositiveInfinity);
        Vector128<float> isFinite =
            Vector128.LessThan(Vector128.Abs(from), infinity) & Vector128.LessThan(Vector128.Abs(to), infinity);
        Vector256<float> decoded = space.DecodeLanes(Vector256.Create(from, to));
        return (decoded.GetUpper() - decoded.GetLower()) & isFinite;
    }

    private nint Index(int x, int y) => ((nint)(y - region.Y1) * region.Width) + (x - region.X1);
}
