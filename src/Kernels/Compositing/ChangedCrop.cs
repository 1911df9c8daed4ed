using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Compositing;

/// <summary>
/// What a network made of a crop, and how much of it counts. A non-owning view: the owner keeps the buffers alive and
/// unchanged while it is used.
/// </summary>
public readonly unsafe struct ChangedCrop : IRowSource
{
    private readonly Vector4* _original;
    private readonly Vector4* _result;
    private readonly float* _matte;
    private readonly float _mix;
    private readonly NetworkSpace _space;

    /// <summary>Describes a changed crop.</summary>
    /// <param name="toFrame">From the crop's continuous coordinates to the frame's. One that is singular or not finite
    /// covers no pixel.</param>
    /// <param name="original">The crop as it was sampled from the frame, in the working space, straight.</param>
    /// <param name="result">What it should become; of the same size, straight.</param>
    /// <param name="matte">How much of it, of the same size; a not-a-number value counts as 0. Where it isn't 0 at the
    /// crop's side, the side is seen.</param>
    /// <param name="mix">Factor on the matte.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public ChangedCrop(Affine2D toFrame, ImageBuffer original, ImageBuffer result, Plane matte, float mix, NetworkSpace space)
    {
        ArgumentNullException.ThrowIfNull(original);
        BufferShape.RequireSize(result, original.Width, original.Height);
        BufferShape.RequireSize(matte, original.Width, original.Height);
        ToFrame = toFrame;
        Width = original.Width;
        Height = original.Height;
        _original = original.Pointer;
        _result = result.Pointer;
        _matte = matte.Pointer;
        _mix = mix;
        _space = space;
    }

    /// <summary>From the crop's continuous coordinates to the frame's.</summary>
    public Affine2D ToFrame { get; }

    /// <summary>The crop's columns.</summary>
    public int Width { get; }

    /// <summary>The crop's rows.</summary>
    public int Height { get; }

    /// <summary>
    /// The residual of some pixels of a row: matte·mix·(decode(result) − decode(original)) in the host's terms, 0 in
    /// channels where either isn't finite, and 0 in alpha.
    /// </summary>
    void IRowSource.Decode(int y, int x, int count, Vector4* destination) => Decode(y, x, count, destination);

    /// <inheritdoc/>
    void IRowSource.Load(int y, int x, int count, Vector4* destination) => Decode(y, x, count, destination);

    /// <inheritdoc/>
    void IRowSource.Add(int y, int x, int count, float weight, Vector4* sum, Vector4* line)
    {
        Decode(y, x, count, line);
        FlatMath.AddScaled((float*)line, weight, (float*)sum, (nint)count * 4);
    }

    /// <inheritdoc/>
    void IRowSource.Finish(Vector4* averages, int count)
    {
    }

    private void Decode(int y, int x, int count, Vector4* destination)
    {
        nint first = ((nint)y * Width) + x;
        for (int i = 0; i < count; i++)
        {
            float weight = _matte[first + i] * _mix;
            destination[i] = weight > 0 ? Residual(first + i) * weight : Vector4.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector4 Residual(nint i)
    {
        Vector128<float> from = _original[i].AsVector128(), to = _result[i].AsVector128();
        Vector128<float> infinity = Vector128.Create(float.PositiveInfinity);
        Vector128<float> isFinite =
            Vector128.LessThan(Vector128.Abs(from), infinity) & Vector128.LessThan(Vector128.Abs(to), infinity);
        Vector256<float> decoded = _space.DecodeLanes(Vector256.Create(from, to));
        return ((decoded.GetUpper() - decoded.GetLower()) & isFinite).WithElement(3, 0).AsVector4();
    }
}
