using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Where a picture shows a face, and where hair or something else lies in front of it. Computed on the segmentation's
/// grid, so that it costs the same whatever the face's size; all widths are in inter-ocular distances. Owns its memory.
/// </summary>
internal sealed class FaceVisibility : IDisposable
{
    // Hair begins and ends to hide the face at these probabilities, after a blur that joins its strands.
    private const float HairBegins = 0.25f;
    private const float HairWhole = 0.65f;
    private const float HairBlur = 0.015f;

    // Something is in front of the face where there is surely no skin; it reaches as far as there rather isn't.
    private const float NoSkin = 0.5f;
    private const float SurelyNoSkin = 0.8f;

    // Its soft edge, as probabilities that there is no skin.
    private const float EdgeBegins = 0.35f;
    private const float EdgeWhole = 0.75f;

    /// <summary>Areas up to this size, in squares of the unit, are errors of the network: the tip of a brow is no hair.</summary>
    public const float ErrorSize = 0.015f;

    /// <summary>From this size on they are believed.</summary>
    public const float BelievedSize = 0.04f;

    // How far the soft edge of an area may reach, as the deviation of a blur, and the share of it that counts as inside.
    private const float EdgeReach = 0.03f;
    private const float EdgeShare = 0.1f;

    // Softness of the edges of eyes, brows and lips, which may look like no skin.
    private const float FeatureBlur = 0.03f;

    // The network knows what a face is made of where it calls so much of it skin or hair; below the first share it is
    // lost (in a far-off, blurred or blue face) and not believed at all.
    private const float Lost = 0.4f;
    private const float Knowing = 0.7f;

    /// <summary>
    /// What is looked at around a face of which a part is asked for, by the longer side of its box: farther than any blur reaches, and
    /// enough of what hangs together there to tell its size.
    /// </summary>
    public const float Surroundings = 0.15f;

    // The deviation of a Gaussian that a pixel can just show, in pixels.
    private const float PixelSigma = 0.5f;

    private static readonly int[] FeatureTriangles =
    [
        .. CanonicalFace.EyeTriangles, .. CanonicalFace.BrowTriangles, .. CanonicalFace.LipTriangles, .. CanonicalFace.MouthTriangles,
    ];

    private readonly Plane _visible;
    private readonly Affine2D _rasterToGrid;
    private readonly float _unit;

    private FaceVisibility(Plane visible, Affine2D rasterToGrid, float unit)
    {
        _visible = visible;
        _rasterToGrid = rasterToGrid;
        _unit = unit;
    }

    /// <summary>What is visible of a segmented face.</summary>
    /// <param name="segmentation">The segmentation; only read during the call.</param>
    public static FaceVisibility Of(FaceSegmentation segmentation) => Of(segmentation, segmentation.Maps, UnitOf(segmentation));

    /// <summary>What is visible of an identity's face: its beard belongs to it.</summary>
    /// <param name="segmentation">The segmentation; only read during the call.</param>
    public static FaceVisibility OfIdentity(FaceSegmentation segmentation)
    {
        using ImageBuffer maps = Beard.AsSkin(segmentation);
        float unit = UnitOf(segmentation);
        HairReach.Extend(segmentation, maps, unit);
        return Of(segmentation, maps, unit);
    }

    private static float UnitOf(FaceSegmentation segmentation) => (float)HeadPose.Fit(segmentation.Mesh).InterOcular;

    private static FaceVisibility Of(FaceSegmentation segmentation, ImageBuffer maps, float unit)
    {
        TargetSurface surface = new(segmentation.Mesh, maps.Bounds);
        using Plane plain = PlainSkin(surface, unit);
        Plane visible = Plane.Uninitialized(maps.Width, maps.Height);
        float belief = Feather.Smoothstep(KnownShare(maps, plain), Lost, Knowing);
        if (belief > 0)
        {
            using Plane hair = Hair(maps, unit), other = NotSkin(maps, plain, unit);
            using Plane eyes = surface.SoftArea(CanonicalFace.EyeTriangles, FeatureBlur * unit), frames = GlassesFrames.Find(maps, segmentation.Mesh, eyes, unit);
            PlaneMath.Max(hair, other, visible);
            PlaneMath.Max(visible, frames, visible);
            PlaneMath.Scale(visible, belief, visible);
            PlaneMath.Invert(visible, visible);
        }
        else
        {
            visible.Fill(1);
        }

        return new FaceVisibility(visible, segmentation.GridToRaster.Invert(), unit);
    }

    /// <summary>
    /// How much of its face's surface a picture shows, carried to where the surface lies in a swap: what is in front of
    /// the face moves with it when the face gets another shape. The caller disposes of it.
    /// </summary>
    /// <param name="surface">The surface as the swap will show it. Where it isn't seen the result means nothing.</param>
    /// <param name="segmentation">What a network saw of the face as it is in the frame; without one all of it is visible.</param>
    /// <param name="scale">The unit of widths in the swap.</param>
    public static Plane On(TargetSurface surface, FaceSegmentation? segmentation, SwapScale scale)
    {
        Plane plane = Plane.Uninitialized(surface.Window.Width, surface.Window.Height);
        if (segmentation is null)
        {
            plane.Fill(1);
            return plane;
        }

        using FaceSegmentation near = segmentation.AroundFace(Surroundings);
        using FaceVisibility visibility = Of(near);
        visibility.SoftenFor(scale);
        using ImageBuffer map = Splat(visibility._visible), places = ImageBuffer.Uninitialized(plane.Width, plane.Height);
        Span<Vector4> vertices = stackalloc Vector4[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = near.Mesh.Points[i].AsVector4();
        surface.Draw(CanonicalFace.Triangles, vertices, plane, places);
        MapSampler.Sample(map, places, plane, places);
        Take(places, plane);
        return plane;
    }

    /// <summary>How much of the face each pixel of another image shows, 0 to 1; the caller disposes of it.</summary>
    /// <param name="imageToRaster">From its continuous coordinates to those of the segmented picture's raster.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    public Plane Sample(Affine2D imageToRaster, int width, int height)
    {
        using ImageBuffer sampled = ImageBuffer.Uninitialized(width, height);
        // Weights are numbers and no colours: they are read as they are.
        AreaSampler.Sample(_visible.AsView(), imageToRaster.Then(_rasterToGrid), NetworkSpace.Working, premultiplied: false, sampled);
        Plane plane = Plane.Uninitialized(width, height);
        Take(sampled, plane);
        return plane;
    }

    /// <summary>Draws back from whatever is in front of the face: its shadow and stray hairs lie beside it.</summary>
    /// <param name="distance">How far, in inter-ocular distances.</param>
    public void Erode(float distance)
    {
        foreach (ref float value in _visible.Values)
            value = value > 0.5f ? 1 : 0;
        DistanceTransform.Inside(_visible, _visible);
        Feather.Smoothstep(_visible, 0.5f * distance * _unit, 1.5f * distance * _unit, _visible);
    }

    /// <inheritdoc/>
    public void Dispose() => _visible.Dispose();

    // A grid finer than the swap's pixels holds more than they can show.
    private void SoftenFor(SwapScale scale)
    {
        float finer = _unit / scale.Pixels;
        if (finer > 1)
            GaussianBlur.Apply(_visible, PixelSigma * MathF.Sqrt(finer * finer - 1), _visible);
    }

    private static ImageBuffer Splat(Plane plane)
    {
        ImageBuffer image = ImageBuffer.Uninitialized(plane.Width, plane.Height);
        for (int i = 0; i < plane.Length; i++)
            image.Pixels[i] = new Vector4(plane.Values[i]);
        return image;
    }

    // Without what the bicubic kernel overshoots.
    private static void Take(ImageBuffer sampled, Plane plane)
    {
        ImageMath.Channel(sampled, 3, plane);
        PlaneMath.Clamp(plane, 0, 1, plane);
    }

    // The face without eyes, brows, lips and mouth.
    private static Plane PlainSkin(TargetSurface surface, float unit)
    {
        using Plane feature = surface.SoftArea(FeatureTriangles, FeatureBlur * unit);
        Plane plain = surface.Coverage();
        Feather.Smoothstep(feature, 0, 0.5f, feature);
        PlaneMath.Invert(feature, feature);
        PlaneMath.Multiply(plain, feature, plain);
        return plain;
    }

    private static float KnownShare(ImageBuffer maps, Plane plain)
    {
        double known = 0, all = 0;
        for (int i = 0; i < plain.Length; i++)
        {
            known += plain.Values[i] * Math.Max(maps.Pixels[i].X, maps.Pixels[i].Z);
            all += plain.Values[i];
        }

        return all > 0 ? (float)(known / all) : 0;
    }

    private static Plane Hair(ImageBuffer maps, float unit)
    {
        Plane hair = Plane.Uninitialized(maps.Width, maps.Height);
        ImageMath.Channel(maps, 2, hair);
        GaussianBlur.Apply(hair, HairBlur * unit, hair);
        using Plane areas = Plane.Uninitialized(maps.Width, maps.Height), everywhere = Plane.Uninitialized(maps.Width, maps.Height);
        everywhere.Fill(1);
        HysteresisThreshold.Apply(hair, HairBegins, HairWhole, everywhere, ErrorSize * unit * unit, BelievedSize * unit * unit, areas);
        Feather.Smoothstep(hair, HairBegins, HairWhole, hair);
        PlaneMath.Multiply(hair, areas, hair);
        return hair;
    }

    // What is no skin, where enough of it lies in front of plain skin.
    private static Plane NotSkin(ImageBuffer maps, Plane plain, float unit)
    {
        using Plane areas = Plane.Uninitialized(maps.Width, maps.Height);
        Plane other = Plane.Uninitialized(maps.Width, maps.Height);
        ImageMath.Channel(maps, 0, other);
        PlaneMath.Invert(other, other);
        HysteresisThreshold.Apply(other, NoSkin, SurelyNoSkin, plain, ErrorSize * unit * unit, BelievedSize * unit * unit, areas);
        GaussianBlur.Apply(areas, EdgeReach * unit, areas);
        Feather.Smoothstep(areas, 0, EdgeShare, areas);
        Feather.Smoothstep(other, EdgeBegins, EdgeWhole, other);
        PlaneMath.Multiply(other, areas, other);
        return other;
    }
}
