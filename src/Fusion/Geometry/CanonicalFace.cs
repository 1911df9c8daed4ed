using System.Numerics;
using System.Text.Json;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Geometry;

/// <summary>
/// The mean face that meshes are compared with: 478 points, frontal and symmetric, and the triangles of its surface.
/// Unit: the distance between the eyes' centres; origin: the middle between them; x to the viewer's right, y down,
/// z away from the viewer.
/// </summary>
/// <remarks>
/// Made by the tool in <c>models/canonical</c> (see its README for what it is an average of). The triangles are the
/// Delaunay triangulation of the frontal points inside the oval, all clockwise on the raster in the canonical face.
/// </remarks>
public static class CanonicalFace
{
    private const string Resource = "FaceFusion.Fusion.canonical-face.json";

    private static readonly (Vector3[] Points, int[] Triangles) Data = Read();

    private static readonly int[] LeftEyeTriangleArray = Inside(FaceMeshIndices.LeftEye);
    private static readonly int[] RightEyeTriangleArray = Inside(FaceMeshIndices.RightEye);
    private static readonly int[] MirroredArray = FindMirrored();
    private static readonly int[] EyeTriangleArray = [.. LeftEyeTriangleArray, .. RightEyeTriangleArray];
    private static readonly int[] LipTriangleArray = Inside(FaceMeshIndices.OuterLips);
    private static readonly int[] BrowTriangleArray = [.. Inside(FaceMeshIndices.LeftBrow), .. Inside(FaceMeshIndices.RightBrow)];
    private static readonly int[] MouthTriangleArray = Among([.. FaceMeshIndices.InnerUpperLip, .. FaceMeshIndices.InnerLowerLip]);

    /// <summary>The 478 points.</summary>
    public static ReadOnlySpan<Vector3> Points => Data.Points;

    /// <summary>The surface: three indices below 468 a triangle.</summary>
    public static ReadOnlySpan<int> Triangles => Data.Triangles;

    /// <summary>The triangles between the lids of the viewer-left eye.</summary>
    public static ReadOnlySpan<int> LeftEyeTriangles => LeftEyeTriangleArray;

    /// <summary>The triangles between the lids of the viewer-right eye.</summary>
    public static ReadOnlySpan<int> RightEyeTriangles => RightEyeTriangleArray;

    /// <summary>The triangles between the lids of both eyes.</summary>
    public static ReadOnlySpan<int> EyeTriangles => EyeTriangleArray;

    /// <summary>The triangles of both brows.</summary>
    public static ReadOnlySpan<int> BrowTriangles => BrowTriangleArray;

    /// <summary>The triangles of the lips and of what lies between them.</summary>
    public static ReadOnlySpan<int> LipTriangles => LipTriangleArray;

    /// <summary>The triangles between the inner edges of the lips: the mouth when it is open.</summary>
    public static ReadOnlySpan<int> MouthTriangles => MouthTriangleArray;

    /// <summary>For each of the 468 points of the surface the one that lies opposite, on the face's other half.</summary>
    public static ReadOnlySpan<int> Mirrored => MirroredArray;

    private static (Vector3[] Points, int[] Triangles) Read()
    {
        using Stream stream = typeof(CanonicalFace).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        using JsonDocument document = JsonDocument.Parse(stream);
        Vector3[] points = [.. document.RootElement.GetProperty("points").EnumerateArray()
            .Select(point => new Vector3(point[0].GetSingle(), point[1].GetSingle(), point[2].GetSingle()))];
        int[] triangles = [.. document.RootElement.GetProperty("triangles").EnumerateArray()
            .SelectMany(triangle => triangle.EnumerateArray()).Select(index => index.GetInt32())];
        return (points, triangles);
    }

    private static int[] FindMirrored()
    {
        int[] mirrored = new int[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < mirrored.Length; i++)
        {
            Vector3 wanted = Data.Points[i] * new Vector3(-1, 1, 1);
            for (int k = 1; k < mirrored.Length; k++)
            {
                if (Vector3.DistanceSquared(Data.Points[k], wanted) < Vector3.DistanceSquared(Data.Points[mirrored[i]], wanted))
                    mirrored[i] = k;
            }
        }

        return mirrored;
    }

    private static int[] Among(HashSet<int> vertices) =>
        Select((a, b, c) => vertices.Contains(a) && vertices.Contains(b) && vertices.Contains(c));

    private static int[] Inside(ReadOnlySpan<int> contour)
    {
        Vector2[] polygon = new Vector2[contour.Length];
        for (int i = 0; i < polygon.Length; i++)
            polygon[i] = Flat(contour[i]);
        return Select((a, b, c) => Polygon.Contains(polygon, (Flat(a) + Flat(b) + Flat(c)) / 3));
    }

    private static int[] Select(Func<int, int, int, bool> predicate)
    {
        List<int> selected = [];
        int[] all = Data.Triangles;
        for (int i = 0; i < all.Length; i += 3)
        {
            if (predicate(all[i], all[i + 1], all[i + 2]))
                selected.AddRange(all.AsSpan(i, 3));
        }

        return [.. selected];
    }

    private static Vector2 Flat(int index) => new(Data.Points[index].X, Data.Points[index].Y);
}
