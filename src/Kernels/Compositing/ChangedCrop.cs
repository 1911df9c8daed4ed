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
    void IRowDecoder.Decode(int y, int x, int count, Vector4* destination) => Decode(y, x, count, destination);

    /// <inheritdoc/>
    void IRowSource.Load(int y, int x, int count, Vector4* destination) => Decode(y, x, count, destination);

    /// <inheritdoc/>
    void IRowSource.Add(int y, int x, int count, float weight, Vector4* sum, Vector4* line)
    {
        Decode(y, x, count, line);
        FlatMath.AddScaled((float*)line, weight, (float*)sum, (nint)count * 4);
    }

    /// <inheritdoc/>
    bool IRowSource.TryAverage(int y, int ny, int x, int nx, int count, Vector4* averages) => false;

    /// <inheritdoc/>
    void IRowSource.Finish(Vector4* averages, int count)
    {
    }

    /// <inheritdoc/>
    bool IRowSource.TryCells(RectI pixels, out CellGrid cells)
    {
        cells = default;
        return false;
    }

    private void Decode(int y, int x, int count, Vector4* destination)
    {
        nint first = ((nint)y * Width) + x;
        Vector4* original = _original + first, result = _result + first;
        float* matte = _matte + first;
        float mix = _mix;
        NetworkSpace space = _space;
        int i = 0;
        for (; i <= count - 2; i += 2)
        {
            Vector256<float> weights = Vector256.Create(Vector128.Create(matte[i] * mix), Vector128.Create(matte[i + 1] * mix));
            Vector256<float> change = Vector256.GreaterThanAny(weights, Vector256<float>.Zero)
                ? Residual(space, Vector256.Load((float*)(original + i)), Vector256.Load((float*)(result + i)), weights)
                : Vector256<float>.Zero;
            change.Store((float*)(destination + i));
        }

        if (i < count)
            destination[i] = Residual(space, original[i].AsVector128().ToVector256(), result[i].AsVector128().ToVector256(), Vector256.Create(matte[i] * mix)).GetLower().AsVector4();
    }

    // Of two pixels.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Residual(NetworkSpace space, Vector256<float> from, Vector256<float> to, Vector256<float> weights)
    {
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        Vector256<float> counts = Vector256.LessThan(Vector256.Abs(from), infinity) & Vector256.LessThan(Vector256.Abs(to), infinity)
            & Vector256.GreaterThan(weights, Vector256<float>.Zero) & Vector256.Create(-1, -1, -1, 0, -1, -1, -1, 0).AsSingle();
        return ((space.DecodeLanes(to) - space.DecodeLanes(from)) * weights) & counts;
    }
}
