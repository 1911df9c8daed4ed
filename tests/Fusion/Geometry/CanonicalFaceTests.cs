using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Tests.Geometry;

public class CanonicalFaceTests
{
    [Fact]
    public void The_surface_is_a_disc_bounded_by_the_oval()
    {
        int[] triangles = CanonicalFace.Triangles.ToArray();
        Assert.Equal(3 * 898, triangles.Length);
        Assert.Equal(FaceMeshIndices.SurfaceCount, triangles.Distinct().Count());

        List<(int From, int To)> edges = [];
        for (int i = 0; i < triangles.Length; i += 3)
            edges.AddRange([(triangles[i], triangles[i + 1]), (triangles[i + 1], triangles[i + 2]), (triangles[i + 2], triangles[i])]);
        HashSet<(int From, int To)> directed = [.. edges];
        Assert.Equal(edges.Count, directed.Count);

        HashSet<(int From, int To)> boundary = [.. directed.Where(edge => !directed.Contains((edge.To, edge.From)))];
        int[] oval = FaceMeshIndices.Oval.ToArray();
        Assert.Equal(oval.Select((index, i) => (index, oval[(i + 1) % oval.Length])).ToHashSet(), boundary);

        // V − E + F = 1 for a disc.
        int undirected = (edges.Count + boundary.Count) / 2;
        Assert.Equal(1, FaceMeshIndices.SurfaceCount - undirected + triangles.Length / 3);
    }

    [Fact]
    public void The_eyes_and_the_mouth_are_areas_of_their_own()
    {
        // A closed contour of n points encloses n − 2 triangles.
        Assert.Equal(3 * (FaceMeshIndices.LeftEye.Length - 2), CanonicalFace.LeftEyeTriangles.Length);
        Assert.Equal(3 * (FaceMeshIndices.RightEye.Length - 2), CanonicalFace.RightEyeTriangles.Length);
        Assert.Equal(3 * (20 - 2), CanonicalFace.MouthTriangles.Length);
        Assert.Subset(FaceMeshIndices.LeftEye.ToArray().ToHashSet(), CanonicalFace.LeftEyeTriangles.ToArray().ToHashSet());
        Assert.Subset(FaceMeshIndices.RightEye.ToArray().ToHashSet(), CanonicalFace.RightEyeTriangles.ToArray().ToHashSet());
        Assert.True(CanonicalFace.LipTriangles.Length > CanonicalFace.MouthTriangles.Length);
        Assert.True(CanonicalFace.BrowTriangles.Length >= 3 * 16);
    }

    [Fact]
    public void It_is_frontal_symmetric_and_one_between_the_eyes()
    {
        Vector3 left = Centre(FaceMeshIndices.LeftEye), right = Centre(FaceMeshIndices.RightEye);
        Assert.Equal(1, Vector3.Distance(left, right), 1e-3f);
        Assert.Equal(0, Vector3.Distance(left, right with { X = -right.X }), 1e-3f);
        Assert.Equal(0, CanonicalFace.Points[FaceMeshIndices.NoseTip].X, 1e-3f);
        Assert.True(CanonicalFace.Points[FaceMeshIndices.Chin].Y > 0, "the chin is below the eyes");
        Assert.True(CanonicalFace.Points[FaceMeshIndices.NoseTip].Z < CanonicalFace.Points[FaceMeshIndices.LeftEyeOuter].Z, "the nose is nearer than the eyes");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(-55, 10, 0)]
    [InlineData(0, -20, 0)]
    [InlineData(10, 15, 40)]
    [InlineData(-20, -10, -120)]
    public void The_pose_of_a_turned_canonical_face_is_that_turn(double yaw, double pitch, double roll)
    {
        Matrix4x4 turn = Matrix4x4.CreateRotationZ(Radians(roll)) * Matrix4x4.CreateRotationX(Radians(-pitch)) * Matrix4x4.CreateRotationY(Radians(-yaw));
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point => 80 * Vector3.Transform(point, turn) + new Vector3(300, 200, 0))];
        HeadPose pose = HeadPose.Fit(new FaceMesh(points, 1));
        Assert.Equal(yaw, pose.Yaw, 0.01);
        Assert.Equal(pitch, pose.Pitch, 0.01);
        Assert.Equal(roll, pose.Roll, 0.01);
        Assert.Equal(80, pose.InterOcular, 0.01);
    }

    [Fact]
    public void A_face_turned_to_the_viewers_right_has_a_positive_yaw()
    {
        // Turned so that the tip of the nose lies to the right of the middle between the eyes.
        float angle = Radians(25);
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point => 100 * new Vector3(
            point.X * MathF.Cos(angle) - point.Z * MathF.Sin(angle), point.Y, point.Z * MathF.Cos(angle) + point.X * MathF.Sin(angle)))];
        Assert.True(points[FaceMeshIndices.NoseTip].X > 0);
        Assert.Equal(25, HeadPose.Fit(new FaceMesh(points, 1)).Yaw, 0.01);
    }

    [Fact]
    public void An_anamorphic_raster_does_not_change_the_pose()
    {
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point => (90 * point + new Vector3(400, 300, 0)) * new Vector3(0.5f, 1, 1))];
        HeadPose pose = HeadPose.Fit(new FaceMesh(points, 1, pixelAspect: 2));
        Assert.Equal(0, pose.Yaw, 0.01);
        Assert.Equal(90, pose.InterOcular, 0.01);
    }

    private static float Radians(double degrees) => (float)(degrees * Math.PI / 180);

    private static Vector3 Centre(ReadOnlySpan<int> indices)
    {
        Vector3 sum = default;
        foreach (int index in indices)
            sum += CanonicalFace.Points[index];
        return sum / indices.Length;
    }
}
