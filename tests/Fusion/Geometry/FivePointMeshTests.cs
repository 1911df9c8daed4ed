using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Geometry;

public class FivePointMeshTests
{
    [Fact]
    public void A_turned_canonical_face_is_found_again_from_its_five_points() => Prop.ForAll(Poses(), pose =>
    {
        (int yaw, int pitch, int roll, bool anamorphic) = pose;
        double aspect = anamorphic ? 2 : 1;
        Matrix4x4 turn = Matrix4x4.CreateRotationZ(Radians(roll)) * Matrix4x4.CreateRotationX(Radians(-pitch)) * Matrix4x4.CreateRotationY(Radians(-yaw));
        Vector3[] points = [.. CanonicalFace.Points.ToArray().Select(point =>
            (40 * Vector3.Transform(point, turn) + new Vector3(300, 200, 0)) * new Vector3((float)(1 / aspect), 1, 1))];
        FaceMesh mesh = new(points, 1, aspect);
        FaceMesh found = FivePointMesh.Fit(new DetectedFace(new RectF(0, 0, 1, 1), 1, mesh.FivePoints()), aspect, 0.25f);

        HeadPose head = HeadPose.Fit(found);
        return found.Presence == 0.25f
            && Enumerable.Range(0, points.Length).All(i => Vector2.Distance(new(points[i].X, points[i].Y), new(found.Points[i].X, found.Points[i].Y)) < 0.05f)
            && Math.Abs(head.Yaw - yaw) < 0.1 && Math.Abs(head.Pitch - pitch) < 0.1 && Math.Abs(head.InterOcular - 40) < 0.1;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int Yaw, int Pitch, int Roll, bool Anamorphic)> Poses() => Arb.From(
        from yaw in Gen.Choose(-70, 70)
        from pitch in Gen.Choose(-40, 40)
        from roll in Gen.Choose(-170, 170)
        from anamorphic in Gen.Elements(true, false)
        select (yaw, pitch, roll, anamorphic));

    private static float Radians(double degrees) => (float)(degrees * Math.PI / 180);
}
