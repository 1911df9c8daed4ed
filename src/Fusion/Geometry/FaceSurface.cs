using System.Numerics;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Rasterisation;

namespace FaceFusion.Fusion.Geometry;

/// <summary>Which way the surface of a face mesh looks.</summary>
/// <remarks>
/// Single triangles are reversed by noise, or because the lips of a closed mouth lie on each other. What decides is
/// therefore the normal of the surface around a point, and not a triangle's own winding: no pinholes come and go.
/// </remarks>
internal static class FaceSurface
{
    // How often each normal is averaged with its neighbours': about the width of a nostril.
    private const int Smoothings = 2;

    private static readonly int[][] Neighbours = FindNeighbours();

    /// <summary>
    /// Smoothed unit normals of the 468 points, pointing into the head: z is 1 where the surface looks straight at the
    /// viewer and negative where it looks away.
    /// </summary>
    /// <param name="points">The surface's points in square pixels, x right, y down, z away from the viewer.</param>
    public static Vector3[] Normals(ReadOnlySpan<Vector3> points)
    {
        // The triangles are clockwise on the raster, hence (B − A) × (C − A) points along z, into the head.
        Vector3[] result = MeshNormals.Compute(points, CanonicalFace.Triangles);
        scoped Span<Vector3> normals = result, smoothed = stackalloc Vector3[result.Length];
        for (int round = 0; round < Smoothings; round++)
        {
            for (int i = 0; i < normals.Length; i++)
            {
                Vector3 sum = normals[i];
                foreach (int neighbour in Neighbours[i])
                    sum += normals[neighbour];
                float length = sum.Length();
                smoothed[i] = length > 0 ? sum / length : normals[i];
            }

            Span<Vector3> rougher = normals;
            normals = smoothed;
            smoothed = rougher;
        }

        normals.CopyTo(result);
        return result;
    }

    /// <summary>Averages each of the 468 points' values with its neighbours', so that nothing changes abruptly over the surface.</summary>
    /// <param name="values">A value a point; smoothed in place.</param>
    /// <param name="rounds">How often; each round reaches one triangle further.</param>
    public static void Diffuse(Span<float> values, int rounds)
    {
        Span<float> before = stackalloc float[values.Length];
        for (int round = 0; round < rounds; round++)
        {
            values.CopyTo(before);
            for (int i = 0; i < values.Length; i++)
            {
                float sum = before[i];
                foreach (int neighbour in Neighbours[i])
                    sum += before[neighbour];
                values[i] = sum / (1 + Neighbours[i].Length);
            }
        }
    }

    /// <summary>The triangles whose surroundings look at the viewer, all clockwise as they lie on the raster.</summary>
    /// <param name="points">The surface's points on the raster.</param>
    /// <param name="normals">Their <see cref="Normals"/>.</param>
    /// <param name="triangles">Which triangles to consider.</param>
    /// <param name="room">As large as <paramref name="triangles"/>; the result lies at its beginning.</param>
    public static Span<int> FacingViewer(ReadOnlySpan<Vector3> points, ReadOnlySpan<Vector3> normals, ReadOnlySpan<int> triangles, Span<int> room)
    {
        int count = 0;
        for (int i = 0; i < triangles.Length; i += 3)
        {
            int a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
            if (normals[a].Z + normals[b].Z + normals[c].Z <= 0)
                continue;
            room[count++] = a;
            room[count++] = b;
            room[count++] = c;
        }

        TurnClockwise(points, room[..count]);
        return room[..count];
    }

    /// <summary>Turns triangles round that are not clockwise as they lie on the raster.</summary>
    /// <param name="points">The points on the raster.</param>
    /// <param name="triangles">Three points each; changed in place.</param>
    public static void TurnClockwise(ReadOnlySpan<Vector3> points, Span<int> triangles)
    {
        for (int i = 0; i < triangles.Length; i += 3)
        {
            Vector3 ab = points[triangles[i + 1]] - points[triangles[i]], ac = points[triangles[i + 2]] - points[triangles[i]];
            if (ab.X * ac.Y - ab.Y * ac.X < 0)
                (triangles[i + 1], triangles[i + 2]) = (triangles[i + 2], triangles[i + 1]);
        }
    }

    /// <summary>How far each of the 468 points is from the face's oval as it is seen; 0 for a point outside it.</summary>
    /// <param name="points">The surface's points in square pixels.</param>
    public static float[] Margins(ReadOnlySpan<Vector3> points)
    {
        ReadOnlySpan<int> oval = FaceMeshIndices.Oval;
        Vector2[] outline = new Vector2[oval.Length];
        for (int i = 0; i < outline.Length; i++)
            outline[i] = new Vector2(points[oval[i]].X, points[oval[i]].Y);

        float[] margins = new float[points.Length];
        for (int i = 0; i < margins.Length; i++)
        {
            Vector2 point = new(points[i].X, points[i].Y);
            margins[i] = Polygon.Contains(outline, point) ? Polygon.Distance(outline, point) : 0;
        }

        return margins;
    }

    private static int[][] FindNeighbours()
    {
        SortedSet<int>[] neighbours = new SortedSet<int>[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < neighbours.Length; i++)
            neighbours[i] = [];
        ReadOnlySpan<int> triangles = CanonicalFace.Triangles;
        for (int i = 0; i < triangles.Length; i += 3)
        {
            for (int k = 0; k < 3; k++)
            {
                neighbours[triangles[i + k]].Add(triangles[i + (k + 1) % 3]);
                neighbours[triangles[i + k]].Add(triangles[i + (k + 2) % 3]);
            }
        }

        return [.. neighbours.Select(set => set.ToArray())];
    }
}
