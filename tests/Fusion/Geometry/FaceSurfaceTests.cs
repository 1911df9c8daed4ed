using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Tests.Geometry;

public class FaceSurfaceTests
{
    [Fact]
    public void A_frontal_face_is_seen_whole_even_where_its_lips_overlap()
    {
        Vector3[] points = CanonicalFace.Points[..FaceMeshIndices.SurfaceCount].ToArray();
        int[] facing = FacingViewer(points);
        Assert.Equal(CanonicalFace.Triangles.Length, facing.Length);
        for (int i = 0; i < facing.Length; i += 3)
        {
            Vector3 ab = points[facing[i + 1]] - points[facing[i]], ac = points[facing[i + 2]] - points[facing[i]];
            Assert.True(ab.X * ac.Y - ab.Y * ac.X >= 0, "every triangle is clockwise as it lies on the raster");
        }
    }

    [Fact]
    public void From_behind_nothing_of_it_is_seen_and_from_the_side_half()
    {
        Assert.Equal(0, Share(180));
        Assert.InRange(Share(90), 0.35, 0.65);
    }

    private static int[] FacingViewer(Vector3[] points)
    {
        ReadOnlySpan<int> triangles = CanonicalFace.Triangles;
        return FaceSurface.FacingViewer(points, FaceSurface.Normals(points), triangles, new int[triangles.Length]).ToArray();
    }

    private static double Share(double yaw)
    {
        Matrix4x4 turn = Matrix4x4.CreateRotationY((float)(yaw * Math.PI / 180));
        Vector3[] points = [.. CanonicalFace.Points[..FaceMeshIndices.SurfaceCount].ToArray().Select(point => Vector3.Transform(point, turn))];
        return (double)FacingViewer(points).Length / CanonicalFace.Triangles.Length;
    }
}
