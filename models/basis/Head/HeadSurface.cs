using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Basis.Head;

/// <summary>Finds the place on a head's skin that is seen at a point of its picture.</summary>
internal sealed class HeadSurface
{
    private readonly Vector3[] _vertices;
    private readonly int[] _triangles;
    private readonly bool[] _isSkin;
    private readonly bool[] _isVisible;

    public HeadSurface(HeadModel model, HeadPicture picture)
    {
        _vertices = picture.Vertices.ToArray();
        int[] drawn = [.. Enumerable.Range(0, model.Materials.Length).Where(i => model.Materials[i] <= HeadMaterial.RightIris)];
        _triangles = [.. drawn.SelectMany(i => model.Triangles.AsSpan(3 * i, 3).ToArray())];
        _isSkin = [.. drawn.Select(i => model.Materials[i] is HeadMaterial.Face or HeadMaterial.Back)];
        _isVisible = FindVisible();
    }

    /// <summary>
    /// The triangle's corners and their weights. Where the head shows an eye or the teeth, or nothing, it is the nearest
    /// visible vertex of the skin.
    /// </summary>
    public SurfacePoint At(Vector2 place)
    {
        SurfacePoint? nearest = null;
        float depth = float.PositiveInfinity;
        bool skin = false;
        for (int i = 0; i < _isSkin.Length; i++)
        {
            (int a, int b, int c) = (_triangles[3 * i], _triangles[3 * i + 1], _triangles[3 * i + 2]);
            if (Weights(place, a, b, c) is not { } weights)
                continue;
            float z = weights.X * _vertices[a].Z + weights.Y * _vertices[b].Z + weights.Z * _vertices[c].Z;
            if (z >= depth)
                continue;
            (nearest, depth, skin) = (new SurfacePoint(a, b, c, weights), z, _isSkin[i]);
        }

        return nearest is { } hit && skin ? hit : NearestVertex(place);
    }

    private SurfacePoint NearestVertex(Vector2 place)
    {
        int vertex = Enumerable.Range(0, _vertices.Length).Where(i => _isVisible[i])
            .MinBy(i => Vector2.DistanceSquared(place, Flat(i)));
        return new SurfacePoint(vertex, vertex, vertex, Vector3.UnitX);
    }

    // The vertices of the skin that the picture shows: the triangles are numbered and drawn.
    private bool[] FindVisible()
    {
        bool[] visible = new bool[_vertices.Length];
        Vector3[] corners = [.. _triangles.Select(i => _vertices[i])];
        int[] own = [.. Enumerable.Range(0, corners.Length)];
        Vector4[] numbers = [.. own.Select(i => new Vector4(i / 3, 0, 0, 0))];
        int side = (int)Math.Ceiling(_vertices.Max(vertex => Math.Max(vertex.X, vertex.Y)));
        using Plane coverage = new(side, side);
        using ImageBuffer seen = new(side, side);
        MeshRasteriser.Rasterise(corners, own, numbers, MeshWinding.CounterClockwise, RectI.FromSize(side, side), coverage, seen);
        for (int i = 0; i < coverage.Values.Length; i++)
        {
            int triangle = (int)Math.Round(seen.Pixels[i].X);
            if (coverage.Values[i] > 0 && _isSkin[triangle])
                visible[_triangles[3 * triangle]] = visible[_triangles[3 * triangle + 1]] = visible[_triangles[3 * triangle + 2]] = true;
        }

        return visible;
    }

    // Barycentric weights of a point inside a triangle that faces the viewer, else null.
    private Vector3? Weights(Vector2 place, int a, int b, int c)
    {
        Vector2 ab = Flat(b) - Flat(a), ac = Flat(c) - Flat(a), ap = place - Flat(a);
        float area = ab.X * ac.Y - ab.Y * ac.X;
        if (area >= 0)
            return null;
        float wb = (ap.X * ac.Y - ap.Y * ac.X) / area, wc = (ab.X * ap.Y - ab.Y * ap.X) / area;
        return wb >= 0 && wc >= 0 && wb + wc <= 1 ? new Vector3(1 - wb - wc, wb, wc) : null;
    }

    private Vector2 Flat(int vertex) => new(_vertices[vertex].X, _vertices[vertex].Y);
}
