using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Canonical;

/// <summary>The triangles of the face's surface, from the mean frontal points.</summary>
internal static class FaceTopology
{
    // By how much the mouth is opened before the points are joined, in inter-ocular distances: the lips of a closed
    // mouth lie on each other, and their points would be joined across.
    private const float MouthOpening = 0.25f;

    /// <summary>Index triples below 468, clockwise on the raster in the canonical face.</summary>
    public static IReadOnlyList<(int A, int B, int C)> Make(ReadOnlySpan<Vector3> canonical)
    {
        Vector2[] points = OpenMouth(canonical);
        Vector2[] oval = [.. FaceMeshIndices.Oval.ToArray().Select(index => points[index])];
        List<(int A, int B, int C)> triangles = Delaunay.Triangulate(points);
        Delaunay.Constrain(points, triangles, [.. Path(FaceMeshIndices.InnerUpperLip), .. Path(FaceMeshIndices.InnerLowerLip)]);
        List<(int A, int B, int C)> inside = triangles
            .FindAll(triangle => Polygon.Contains(oval, (points[triangle.A] + points[triangle.B] + points[triangle.C]) / 3));
        return [.. inside.Select(Rotate).Order()];
    }

    private static IEnumerable<(int From, int To)> Path(ReadOnlySpan<int> indices)
    {
        int[] path = indices.ToArray();
        return path.Zip(path.Skip(1));
    }

    // Moves everything below the line between the lips downwards, most in the middle of the mouth and not at all at
    // its corners: neighbours stay neighbours.
    private static Vector2[] OpenMouth(ReadOnlySpan<Vector3> canonical)
    {
        Vector2[] points = new Vector2[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < points.Length; i++)
            points[i] = new Vector2(canonical[i].X, canonical[i].Y);

        int[] upper = FaceMeshIndices.InnerUpperLip.ToArray(), lower = FaceMeshIndices.InnerLowerLip.ToArray();
        Vector2[] line = [.. upper.Zip(lower, (u, l) => (points[u] + points[l]) / 2)];
        float half = (line[^1].X - line[0].X) / 2, middle = (line[^1].X + line[0].X) / 2;
        HashSet<int> above = [.. upper], below = [.. lower[1..^1]];
        for (int i = 0; i < points.Length; i++)
        {
            float offset = (points[i].X - middle) / half;
            if (Math.Abs(offset) >= 1 || above.Contains(i))
                continue;
            if (below.Contains(i) || points[i].Y > HeightAt(line, points[i].X))
                points[i].Y += MouthOpening * MathF.Sqrt(1 - offset * offset);
        }

        return points;
    }

    private static float HeightAt(Vector2[] line, float x)
    {
        int next = Math.Clamp(Array.FindIndex(line, point => point.X >= x), 1, line.Length - 1);
        Vector2 a = line[next - 1], b = line[next];
        return a.Y + (b.Y - a.Y) * Math.Clamp((x - a.X) / (b.X - a.X), 0, 1);
    }

    private static (int A, int B, int C) Rotate((int A, int B, int C) triangle) =>
        triangle.A < triangle.B && triangle.A < triangle.C ? triangle
        : triangle.B < triangle.C ? (triangle.B, triangle.C, triangle.A)
        : (triangle.C, triangle.A, triangle.B);
}
