using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// How much of its face's surface a picture shows, as far as the face's points and the picture's lightness tell: what is left
/// to do needs the maps of a network, which may be looking meanwhile. Owns its memory.
/// </summary>
internal sealed class VisibilityDraft : IDisposable
{
    private readonly FaceGround _ground;
    private readonly Plane _seen;
    private readonly ImageBuffer _places;

    private VisibilityDraft(FaceGround ground, TargetSurface surface, FaceMesh mesh)
    {
        _ground = ground;
        _seen = Plane.Uninitialized(surface.Window.Width, surface.Window.Height);
        _places = ImageBuffer.Uninitialized(_seen.Width, _seen.Height);
        Span<Vector4> vertices = stackalloc Vector4[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] = mesh.Points[i].AsVector4();
        surface.Draw(CanonicalFace.Triangles, vertices, _seen, _places);
    }

    /// <summary>Drafts the visibility of a face whose picture the network hasn't seen yet.</summary>
    /// <param name="picture">The picture; only read during the call.</param>
    /// <param name="surface">The surface as the swap will show it.</param>
    public static VisibilityDraft Of(SkinHairPicture picture, TargetSurface surface)
    {
        RectI part = FaceSegmentation.PartAroundFace(picture.Mesh, picture.Lightness.Bounds, FaceVisibility.Surroundings);
        FaceMesh mesh = picture.Mesh.Translate(-part.X1, -part.Y1);
        using Plane lightness = picture.Lightness.Crop(part);
        return new VisibilityDraft(FaceGround.Of(mesh, lightness, picture.CoverageOf(part)), surface, mesh);
    }

    /// <summary>Drafts the visibility of a segmented face.</summary>
    /// <param name="segmentation">What a network saw of the face as it is in the frame; only read during the call.</param>
    /// <param name="surface">The surface as the swap will show it.</param>
    public static VisibilityDraft Of(FaceSegmentation segmentation, TargetSurface surface)
    {
        using FaceSegmentation near = segmentation.AroundFace(FaceVisibility.Surroundings);
        using Plane lightness = near.Map(3);
        return new VisibilityDraft(FaceGround.Of(near.Mesh, lightness, near.Coverage()), surface, near.Mesh);
    }

    /// <summary>
    /// The visibility, carried to where the surface lies in the swap: what is in front of the face moves with it when the face
    /// gets another shape. Where the surface isn't seen the result means nothing. The caller disposes of it.
    /// </summary>
    /// <param name="segmentation">The segmentation of the same face; only read during the call.</param>
    /// <param name="scale">The unit of widths in the swap.</param>
    public Plane Finish(FaceSegmentation segmentation, SwapScale scale)
    {
        using FaceSegmentation near = segmentation.AroundFace(FaceVisibility.Surroundings);
        using FaceVisibility visibility = FaceVisibility.Of(near, _ground);
        Plane plane = Plane.Uninitialized(_seen.Width, _seen.Height);
        MapSampler.Sample(visibility.SoftenedFor(scale), _places, _seen, plane);

        // Without what the bicubic kernel overshoots.
        PlaneMath.Clamp(plane, 0, 1, plane);
        return plane;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ground.Dispose();
        _seen.Dispose();
        _places.Dispose();
    }
}
