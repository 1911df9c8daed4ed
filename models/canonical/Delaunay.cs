using System.Numerics;

namespace FaceFusion.Canonical;

/// <summary>
/// Delaunay triangulation of points in the plane by incremental insertion (A. Bowyer; D. F. Watson; both The Computer
/// Journal 24(2), 1981), in double precision. For a few hundred points in general position.
/// </summary>
internal static class Delaunay
{
    /// <summary>Triangles as index triples, all of positive signed area (clockwise when y points down).</summary>
    public static List<(int A, int B, int C)> Triangulate(ReadOnlySpan<Vector2> points)
    {
        List<(double X, double Y)> all = [];
        foreach (Vector2 point in points)
            all.Add((point.X, point.Y));
        double size = all.Max(point => Math.Max(Math.Abs(point.X), Math.Abs(point.Y)));
        int count = all.Count;
        all.AddRange([(-1e4 * size, -1e4 * size), (1e4 * size, -1e4 * size), (0, 1e4 * size)]);

        List<(int A, int B, int C)> triangles = [(count, count + 1, count + 2)];
        for (int i = 0; i < count; i++)
        {
            List<(int A, int B, int C)> broken = triangles.FindAll(triangle => InCircle(all, triangle, all[i]));
            HashSet<(int From, int To)> edges = [.. broken.SelectMany(Edges)];
            triangles.RemoveAll(broken.Contains);
            foreach ((int from, int to) in broken.SelectMany(Edges))
            {
                if (!edges.Contains((to, from)))
                    triangles.Add((from, to, i));
            }
        }

        triangles.RemoveAll(triangle => triangle.A >= count || triangle.B >= count || triangle.C >= count);
        return triangles;
    }

    private static (int From, int To)[] Edges((int A, int B, int C) triangle) =>
        [(triangle.A, triangle.B), (triangle.B, triangle.C), (triangle.C, triangle.A)];

    private static bool InCircle(List<(double X, double Y)> points, (int A, int B, int C) triangle, (double X, double Y) p)
    {
        double ax = points[triangle.A].X - p.X, ay = points[triangle.A].Y - p.Y;
        double bx = points[triangle.B].X - p.X, by = points[triangle.B].Y - p.Y;
        double cx = points[triangle.C].X - p.X, cy = points[triangle.C].Y - p.Y;
        double a = ax * ax + ay * ay, b = bx * bx + by * by, c = cx * cx + cy * cy;
        return ax * (by * c - b * cy) - ay * (bx * c - b * cx) + a * (bx * cy - by * cx) > 0;
    }
}
