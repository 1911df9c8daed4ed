using System.Numerics;
using FaceFusion.Canonical;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Training.Synthesis;

/// <summary>
/// The vertices and triangles of a photographed face that can be re-posed: the surface's 468 points, three points of each
/// iris, three rings around the oval that carry hair, neck and background, and the lips' inner edges a second time for
/// what is seen between them. All triangles are clockwise on the raster.
/// </summary>
internal static class FaceTopology
{
    /// <summary>The centre and both sides of an iris.</summary>
    public const int IrisPoints = 3;

    /// <summary>Rings around the oval.</summary>
    public const int Rings = 3;

    public const int FirstIris = FaceMeshIndices.SurfaceCount;
    public const int FirstRing = FirstIris + 2 * IrisPoints;
    public static readonly int FirstMouth = FirstRing + Rings * FaceMeshIndices.Oval.Length;

    /// <summary>The lips' inner edges: the upper one, then the lower one; corners lie in both.</summary>
    public static readonly int[] Mouth = [.. FaceMeshIndices.InnerUpperLip, .. FaceMeshIndices.InnerLowerLip];

    public static readonly int Count = FirstMouth + Mouth.Length;

    /// <summary>Centre, side towards the viewer's right and side towards the left, of both irises among the 478 points.</summary>
    public static readonly int[] Irises = [468, 469, 471, 473, 474, 476];

    public static readonly int[] Triangles = [.. Rim(), .. Surface(), .. Eye(FaceMeshIndices.LeftEye, 0), .. Eye(FaceMeshIndices.RightEye, 1), .. Gap()];

    private static int[] Surface()
    {
        HashSet<(int, int, int)> replaced = [.. Triples(CanonicalFace.EyeTriangles), .. Triples(CanonicalFace.MouthTriangles)];
        return [.. Triples(CanonicalFace.Triangles).Where(triangle => !replaced.Contains(triangle)).SelectMany(Flat)];
    }

    private static int[] Eye(ReadOnlySpan<int> lids, int side)
    {
        int[] among = [.. lids, .. Irises.AsSpan(side * IrisPoints, IrisPoints)];
        Vector2[] places = [.. among.Select(index => new Vector2(CanonicalFace.Points[index].X, CanonicalFace.Points[index].Y))];
        int lidCount = lids.Length, firstIris = FirstIris + side * IrisPoints;
        int[] vertices = [.. lids, firstIris, firstIris + 1, firstIris + 2];
        Vector2[] outline = places[..lidCount];
        return [.. Delaunay.Triangulate(places)
            .Where(triangle => Polygon.Contains(outline, (places[triangle.A] + places[triangle.B] + places[triangle.C]) / 3))
            .SelectMany(triangle => Flat((vertices[triangle.A], vertices[triangle.B], vertices[triangle.C])))];
    }

    // Between the second copies of the lips' inner edges.
    private static List<int> Gap()
    {
        int length = FaceMeshIndices.InnerUpperLip.Length;
        List<int> triangles = [];
        for (int i = 0; i + 1 < length; i++)
        {
            int upper = FirstMouth + i, lower = FirstMouth + length + i;
            triangles.AddRange([upper, upper + 1, lower, upper + 1, lower + 1, lower]);
        }

        return triangles;
    }

    private static List<int> Rim()
    {
        int[] oval = FaceMeshIndices.Oval.ToArray();
        List<int> triangles = [];
        for (int ring = 0; ring < Rings; ring++)
        {
            for (int i = 0; i < oval.Length; i++)
            {
                int next = (i + 1) % oval.Length;
                int inner = ring == 0 ? oval[i] : FirstRing + (ring - 1) * oval.Length + i;
                int innerNext = ring == 0 ? oval[next] : FirstRing + (ring - 1) * oval.Length + next;
                int outer = FirstRing + ring * oval.Length + i, outerNext = FirstRing + ring * oval.Length + next;
                triangles.AddRange([inner, outer, outerNext, inner, outerNext, innerNext]);
            }
        }

        return triangles;
    }

    private static IEnumerable<(int, int, int)> Triples(ReadOnlySpan<int> triangles) => triangles.ToArray().Chunk(3).Select(corners => (corners[0], corners[1], corners[2]));

    private static int[] Flat((int A, int B, int C) triangle) => [triangle.A, triangle.B, triangle.C];
}
