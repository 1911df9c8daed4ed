using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Where the identity is shown, and where its skin can be compared with the target's. All widths are in inter-ocular
/// distances.
/// </summary>
internal sealed class SwapMatte : IDisposable
{
    // The identity's picture smears where the surface turned away from its camera (cosine of the angle).
    private const float FacingNone = 0.15f;
    private const float FacingFull = 0.45f;

    // Softness of the edges of eyes and lips.
    private const float HoleBlur = 0.018f;

    // The outermost ring tells nothing about the skin: hair, ears and background begin there.
    private const float OuterRing = 0.04f;

    // Below this width an edge is a staircase.
    private const float HardEdge = 1.5f;

    private const int RowGrain = 16;

    private Plane? _matte;

    private SwapMatte(Plane matte, Plane skin)
    {
        _matte = matte;
        Skin = skin;
    }

    /// <summary>Weights of the pixels that show skin of both persons, 0 to 1.</summary>
    public Plane Skin { get; }

    /// <summary>The feather's width in pixels.</summary>
    public static float FeatherWidth(SwapOptions options, SwapScale scale) =>
        Math.Max(HardEdge, options.Feather / 100 * scale.Pixels);

    /// <summary>Makes both planes.</summary>
    /// <param name="vertices">The target's surface points in raster coordinates.</param>
    /// <param name="window">Where the planes lie.</param>
    /// <param name="coverage">Where the target's mesh is seen.</param>
    /// <param name="attributes">In Z how much the surface faces the identity's camera.</param>
    /// <param name="options">Feather and eyes.</param>
    /// <param name="scale">The unit of the widths.</param>
    public static SwapMatte Make(ReadOnlySpan<Vector3> vertices, RectI window, Plane coverage, ImageBuffer attributes, SwapOptions options, SwapScale scale)
    {
        using Plane distance = Plane.Uninitialized(window.Width, window.Height);
        DistanceTransform.Inside(coverage, distance);
        Plane matte = Plane.Uninitialized(window.Width, window.Height);
        Feather.Smoothstep(distance, 0, FeatherWidth(options, scale), matte);
        Plane skin = Plane.Uninitialized(window.Width, window.Height);
        Feather.Smoothstep(distance, OuterRing * scale.Pixels, 2 * OuterRing * scale.Pixels, skin);

        int[] eyeTriangles = [.. CanonicalFace.LeftEyeTriangles, .. CanonicalFace.RightEyeTriangles];
        float blur = HoleBlur * scale.Pixels;
        using Plane mouth = SoftArea(vertices, CanonicalFace.MouthTriangles, window, blur);
        using Plane eyes = SoftArea(vertices, eyeTriangles, window, blur);
        using Plane features = SoftArea(vertices, [.. eyeTriangles, .. CanonicalFace.BrowTriangles, .. CanonicalFace.LipTriangles], window, blur);
        Executor.For(0, window.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
                CombineRow(attributes.Row(y), mouth.Row(y), eyes.Row(y), features.Row(y), 1 - options.Eyes, matte.Row(y), skin.Row(y));
        });
        return new SwapMatte(matte, skin);
    }

    /// <summary>Takes pixels out of the statistics that would spoil them: outside the frame, or of absurd brightness.</summary>
    /// <param name="original">The target's pixels.</param>
    /// <param name="visible">The part of the window that lies in the frame.</param>
    public void RestrictStatistics(ImageBuffer original, RectI visible)
    {
        // Working values lie in [0, 1]; what lies far outside is a light source, a defect or a NaN made zero.
        const float lowest = -0.5f, highest = 2;
        Executor.For(0, original.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                Span<float> skin = Skin.Row(y);
                Span<Vector4> row = original.Row(y);
                for (int x = 0; x < skin.Length; x++)
                {
                    Vector4 pixel = row[x];
                    float low = Math.Min(pixel.X, Math.Min(pixel.Y, pixel.Z)), high = Math.Max(pixel.X, Math.Max(pixel.Y, pixel.Z));
                    if (low < lowest || high > highest || !visible.Contains(x, y))
                        skin[x] = 0;
                }
            }
        });
    }

    /// <summary>Hands the matte over; the caller disposes of it.</summary>
    public Plane TakeMatte()
    {
        Plane taken = _matte ?? throw new InvalidOperationException("The matte has been taken already.");
        _matte = null;
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _matte?.Dispose();
        Skin.Dispose();
    }

    private static void CombineRow(ReadOnlySpan<Vector4> attributes, ReadOnlySpan<float> mouth, ReadOnlySpan<float> eyes, ReadOnlySpan<float> features, float eyeStrength, Span<float> matte, Span<float> skin)
    {
        for (int x = 0; x < matte.Length; x++)
        {
            float ramp = Math.Clamp((attributes[x].Z - FacingNone) / (FacingFull - FacingNone), 0, 1);
            float facing = ramp * ramp * (3 - 2 * ramp);
            matte[x] *= facing * (1 - mouth[x]) * (1 - eyeStrength * eyes[x]);
            skin[x] *= facing * (1 - features[x]);
        }
    }

    private static Plane SoftArea(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> triangles, RectI window, float sigma)
    {
        using Plane area = new(window.Width, window.Height);
        using ImageBuffer unused = new(window.Width, window.Height);
        MeshRasteriser.Rasterise(vertices, triangles, new Vector4[vertices.Length], MeshWinding.Clockwise, window, area, unused);
        Plane soft = Plane.Uninitialized(window.Width, window.Height);
        GaussianBlur.Apply(area, sigma, soft);
        return soft;
    }
}
