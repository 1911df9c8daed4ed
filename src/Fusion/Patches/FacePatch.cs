using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Warping;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Patches;

/// <summary>
/// A swapped face unwrapped into a square: each point of its surface lies where the canonical face, seen from the front,
/// has it. The same place of the square is the same place of the face in every frame, whatever the head and the
/// expression do: what is painted there stays on the skin.
/// </summary>
/// <remarks>
/// All maps speak of continuous coordinates, first row on top. Surface that looks away from the camera or lies outside
/// the frame is not in the square.
/// </remarks>
public static class FacePatch
{
    // What the square leaves around the canonical face, in its side.
    private const float Margin = 0.02f;

    private static readonly Vector2[] Places = MakePlaces();

    /// <summary>The square's side for a frame, in pixels: the largest that fits into it.</summary>
    /// <param name="width">The frame's columns.</param>
    /// <param name="height">The frame's rows.</param>
    public static int SideFor(int width, int height) => Math.Min(width, height);

    /// <summary>Where each pixel of the square lies in the frame. The caller disposes of both.</summary>
    /// <param name="face">The face.</param>
    /// <param name="frame">The frame's pixels, from (0, 0).</param>
    /// <param name="side">The square's side.</param>
    /// <param name="defined">Of the same size: 1 where the square shows something, else 0.</param>
    /// <returns>X and Y: coordinates in the frame.</returns>
    public static ImageBuffer ToFrame(SwappedFace face, RectI frame, int side, out Plane defined)
    {
        ArgumentNullException.ThrowIfNull(face);
        Vector3[] vertices = new Vector3[FaceMeshIndices.SurfaceCount];
        Vector4[] attributes = new Vector4[vertices.Length];
        for (int i = 0; i < vertices.Length; i++)
        {
            vertices[i] = new Vector3(Places[i] * side, 0);
            attributes[i] = new Vector4(face.Mesh.Points[i].X, face.Mesh.Points[i].Y, 0, 0);
        }

        Span<int> triangles = Seen(face.Mesh, new int[CanonicalFace.Triangles.Length]);
        FaceSurface.TurnClockwise(vertices, triangles);
        ImageBuffer coordinates = new(side, side);
        defined = new Plane(side, side);
        MeshRasteriser.Rasterise(vertices, triangles, attributes, MeshWinding.Clockwise, defined.Bounds, defined, coordinates);
        StMap.Confine(coordinates, frame, defined);
        return coordinates;
    }

    /// <summary>Where each pixel of the frame lies in the square. The caller disposes of both.</summary>
    /// <param name="face">The face.</param>
    /// <param name="side">The square's side.</param>
    /// <param name="defined">Of the size of <see cref="SwappedFace.PictureRegion"/>, as what is returned: 1 where the face's surface is seen, else 0.</param>
    /// <returns>X and Y: coordinates in the square.</returns>
    public static ImageBuffer FromFrame(SwappedFace face, int side, out Plane defined)
    {
        ArgumentNullException.ThrowIfNull(face);
        Vector3[] vertices = face.Mesh.Points[..FaceMeshIndices.SurfaceCount].ToArray();
        Vector4[] attributes = new Vector4[vertices.Length];
        for (int i = 0; i < attributes.Length; i++)
            attributes[i] = new Vector4(Places[i] * side, 0, 0);

        RectI region = face.PictureRegion;
        ImageBuffer coordinates = new(region.Width, region.Height);
        defined = new Plane(region.Width, region.Height);
        MeshRasteriser.Rasterise(vertices, Seen(face.Mesh, new int[CanonicalFace.Triangles.Length]), attributes, MeshWinding.Clockwise, region, defined, coordinates);
        return coordinates;
    }

    /// <summary>
    /// The identity's picture in the square, as it was before it was matted: light, colours, sharpness and grain are
    /// the plate's already. Working-space values, alpha 1; transparent black where the square shows nothing. The caller
    /// disposes of it.
    /// </summary>
    /// <param name="face">The face.</param>
    /// <param name="side">The square's side.</param>
    public static ImageBuffer Picture(SwappedFace face, int side)
    {
        ArgumentNullException.ThrowIfNull(face);
        ImageBuffer patch = ToFrame(face, face.PictureRegion, side, out Plane defined);
        using (defined)
        {
            StMap.Shift(patch, -face.PictureRegion.X1, -face.PictureRegion.Y1);
            MapSampler.Sample(face.Picture, patch, defined, patch);
            StMap.Cut(patch, defined);
        }

        return patch;
    }

    // The triangles that the frame shows, clockwise there; they lie at the beginning of a room for all of them.
    private static Span<int> Seen(FaceMesh mesh, Span<int> room) =>
        FaceSurface.FacingViewer(mesh.Points[..FaceMeshIndices.SurfaceCount], mesh.SurfaceNormals, CanonicalFace.Triangles, room);

    private static Vector2[] MakePlaces()
    {
        ReadOnlySpan<Vector3> points = CanonicalFace.Points[..FaceMeshIndices.SurfaceCount];
        Vector2[] places = new Vector2[points.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = new Vector2(points[i].X, points[i].Y);
        RectF box = RectF.Around(places);
        float scale = (1 - 2 * Margin) / (float)Math.Max(box.Width, box.Height);
        Vector2 centre = new((float)box.Centre.X, (float)box.Centre.Y);
        for (int i = 0; i < places.Length; i++)
            places[i] = new Vector2(0.5f) + (scale * (places[i] - centre));
        return places;
    }
}
