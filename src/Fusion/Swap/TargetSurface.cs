using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>The target's mesh as it is seen in the window of a swap.</summary>
internal sealed class TargetSurface
{
    // How far a Gaussian reaches, in standard deviations.
    private const float BlurReach = 4;

    private readonly FaceMesh _mesh;

    /// <summary>The surface of a mesh.</summary>
    /// <param name="mesh">The target's points.</param>
    /// <param name="window">The pixels of the frame (and around it) that are worked on.</param>
    public TargetSurface(FaceMesh mesh, RectI window)
    {
        _mesh = mesh;
        Window = window;
    }

    /// <summary>The pixels of the frame (and around it) that are worked on.</summary>
    public RectI Window { get; }

    /// <summary>The 468 points in the frame; Z: depth, smaller is nearer.</summary>
    public ReadOnlySpan<Vector3> Vertices => _mesh.Points[..FaceMeshIndices.SurfaceCount];

    /// <summary>Smoothed unit normals of the points, into the head.</summary>
    public ReadOnlySpan<Vector3> Normals => _mesh.SurfaceNormals;

    /// <summary>Draws some of the visible triangles.</summary>
    /// <param name="triangles">Which ones.</param>
    /// <param name="attributes">Four values a vertex.</param>
    /// <param name="coverage">1 where they are seen, else 0; as large as the window.</param>
    /// <param name="interpolated">The attributes where they are seen.</param>
    public void Draw(ReadOnlySpan<int> triangles, ReadOnlySpan<Vector4> attributes, Plane coverage, ImageBuffer interpolated)
    {
        ReadOnlySpan<int> seen = FaceSurface.FacingViewer(Vertices, Normals, triangles, stackalloc int[triangles.Length]);
        MeshRasteriser.Rasterise(Vertices, seen, attributes, MeshWinding.Clockwise, Window, coverage, interpolated);
    }

    /// <summary>
    /// From continuous coordinates of the window to the face's own: its middle is (0, 0), its right side lies at x = 1 and
    /// its bottom at y = 1, however the head is tilted.
    /// </summary>
    public Affine2D WindowToFace()
    {
        ReadOnlySpan<Vector3> vertices = Vertices;
        Vector3 axis = vertices[FaceMeshIndices.Chin] - vertices[FaceMeshIndices.ForeheadTop];
        double tilt = Math.Atan2(-axis.X * _mesh.PixelAspect, axis.Y);
        Affine2D upright = Affine2D.Scaling(_mesh.PixelAspect, 1).Then(Affine2D.Similarity(1, -tilt, 0, 0));
        Span<Vector2> points = stackalloc Vector2[vertices.Length];
        for (int i = 0; i < points.Length; i++)
            points[i] = upright.Apply(new Vector2(vertices[i].X, vertices[i].Y));
        RectF box = RectF.Around(points);
        return Affine2D.Translation(Window.X1, Window.Y1)
            .Then(upright)
            .Then(Affine2D.Translation(-box.Centre.X, -box.Centre.Y))
            .Then(Affine2D.Scaling(2 / box.Width, 2 / box.Height));
    }

    /// <summary>Where any of the surface is seen: 1 there, else 0; the caller disposes of it.</summary>
    public Plane Coverage() => Area(CanonicalFace.Triangles);

    /// <summary>Some of the visible triangles as an area with soft edges; the caller disposes of it.</summary>
    /// <param name="triangles">Which ones.</param>
    /// <param name="sigma">The softness in pixels.</param>
    public Plane SoftArea(ReadOnlySpan<int> triangles, float sigma)
    {
        Plane area = Area(triangles);
        GaussianBlur.Apply(area, sigma, area, EdgeMode.Zero);
        return area;
    }

    /// <summary>As <see cref="SoftArea(ReadOnlySpan{int}, float)"/>, only where it isn't 0; the caller disposes of it.</summary>
    /// <param name="triangles">Which ones.</param>
    /// <param name="sigma">The softness in pixels.</param>
    /// <param name="place">Which part of the window that is, from the window's first pixel.</param>
    public Plane SoftArea(ReadOnlySpan<int> triangles, float sigma, out RectI place)
    {
        Span<Vector2> corners = stackalloc Vector2[triangles.Length];
        for (int i = 0; i < corners.Length; i++)
            corners[i] = new Vector2(Vertices[triangles[i]].X, Vertices[triangles[i]].Y);
        RectI part = RectI.FromBounds(RectF.Around(corners)).Inflate((int)MathF.Ceiling(BlurReach * sigma) + 1).Intersect(Window);
        place = part.Offset(-Window.X1, -Window.Y1);
        return new TargetSurface(_mesh, part).SoftArea(triangles, sigma);
    }

    private Plane Area(ReadOnlySpan<int> triangles)
    {
        Plane area = Plane.Uninitialized(Window.Width, Window.Height);
        ReadOnlySpan<int> seen = FaceSurface.FacingViewer(Vertices, Normals, triangles, stackalloc int[triangles.Length]);
        MeshRasteriser.Rasterise(Vertices, seen, MeshWinding.Clockwise, Window, area);
        return area;
    }
}
