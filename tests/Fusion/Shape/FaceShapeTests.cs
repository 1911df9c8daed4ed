using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Tests.Shape;

public sealed class FaceShapeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_mesh_without_its_pose_is_put_back_by_its_pose(double pixelAspect)
    {
        Vector3[] points = CanonicalFace.Points.ToArray();
        Matrix4x4 turn = Matrix4x4.CreateFromYawPitchRoll(0.4f, -0.2f, 0.1f) * Matrix4x4.CreateScale(80);
        for (int i = 0; i < points.Length; i++)
            points[i] = (Vector3.Transform(points[i], turn) + new Vector3(300, 200, 0)) * new Vector3((float)(1 / pixelAspect), 1, 1);
        FaceMesh mesh = new(points, 0.9f, pixelAspect);
        HeadPose pose = HeadPose.Fit(mesh);

        FaceShape shape = FaceShape.Of(mesh, pose);
        FaceMesh placed = shape.Place(pose, mesh.Presence, pixelAspect);

        for (int i = 0; i < points.Length; i++)
        {
            Assert.True(Vector3.Distance(CanonicalFace.Points[i], shape.Points[i]) < 1e-4f);
            Assert.True(Vector3.Distance(points[i], placed.Points[i]) < 1e-2f);
        }
    }

    [Fact]
    public void Another_number_of_points_is_refused() => Assert.Throws<ArgumentException>(() => new FaceShape(new Vector3[468]));
}
