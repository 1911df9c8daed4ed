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

    /// <summary>
    /// Makes given edges part of a triangulation by flipping the diagonals that cross them (S. W. Sloan, Computers &amp;
    /// Structures 47(3), 1993).
    /// </summary>
    public static void Constrain(ReadOnlySpan<Vector2> points, List<(int A, int B, int C)> triangles, IEnumerable<(int From, int To)> edges)
    {
        Vector2[] all = points.ToArray();
        foreach ((int from, int to) in edges)
        {
            while (FindCrossing(all, triangles, from, to) is { } quad)
            {
                triangles.Remove(quad.Left);
                triangles.Remove(quad.Right);
                triangles.AddRange([(quad.NearA, quad.P, quad.NearB), (quad.NearB, quad.Q, quad.NearA)]);
            }
        }
    }

    // Two triangles P–Q–NearA… whose shared edge P–Q crosses the wanted one and whose quadrilateral is convex, so that
    // the other diagonal can take its place.
    private static Quad? FindCrossing(Vector2[] points, List<(int A, int B, int C)> triangles, int from, int to)
    {
        foreach ((int A, int B, int C) left in triangles)
        {
            foreach ((int p, int q) in Edges(left))
            {
                if (p == from || p == to || q == from || q == to || !Cross(points, p, q, from, to))
                    continue;
                int right = triangles.FindIndex(triangle => Array.IndexOf(Edges(triangle), (q, p)) >= 0);
                if (right < 0)
                    continue;
                int nearA = Third(left, p, q), nearB = Third(triangles[right], p, q);
                if (Cross(points, p, q, nearA, nearB))
                    return new Quad(left, triangles[right], p, q, nearA, nearB);
            }
        }

        return null;
    }

    private static int Third((int A, int B, int C) triangle, int p, int q) =>
        triangle.A != p && triangle.A != q ? triangle.A : triangle.B != p && triangle.B != q ? triangle.B : triangle.C;

    private static bool Cross(Vector2[] points, int p, int q, int a, int b) =>
        Side(points, p, q, a) * Side(points, p, q, b) < 0 && Side(points, a, b, p) * Side(points, a, b, q) < 0;

    private static double Side(Vector2[] points, int from, int to, int point) =>
        ((double)points[to].X - points[from].X) * ((double)points[point].Y - points[from].Y)
        - ((double)points[to].Y - points[from].Y) * ((double)points[point].X - points[from].X);

    private readonly record struct Quad((int A, int B, int C) Left, (int A, int B, int C) Right, int P, int Q, int NearA, int NearB);

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
