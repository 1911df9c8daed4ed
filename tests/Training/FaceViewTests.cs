using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Training.Synthesis;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Training.Tests;

public class FaceViewTests
{
    private static readonly Gen<int> Angle = Gen.Choose(-70, 70);

    [Fact]
    public void A_view_keeps_the_shape() =>
        Check.QuickThrowOnFailure(Prop.ForAll((from yaw in Angle from pitch in Angle from roll in Angle select (yaw, pitch, roll)).ToArbitrary(), angles =>
        {
            FaceView view = new(Turn(angles.yaw, angles.pitch, angles.roll), 50, new Vector2(128), 0);
            Vector3 a = new(0.3f, -0.2f, 0.5f), b = new(-0.4f, 0.9f, -0.1f);
            return Math.Abs(Vector3.Distance(view.Project(a), view.Project(b)) - 50 * Vector3.Distance(a, b)) < 0.01f;
        }));

    [Theory]
    [InlineData(30)]
    [InlineData(-45)]
    public void A_turned_faces_pose_is_the_angle_it_was_turned_by(int degrees)
    {
        FaceView view = new(Turn(degrees, 0, 0), 50, new Vector2(128), 0);
        FaceMesh mesh = new([.. CanonicalFace.Points.ToArray().Select(view.Project)], 1);
        Assert.Equal(degrees, Math.Abs(HeadPose.Fit(mesh).Yaw) * Math.Sign(degrees), 0.1);
        Assert.Equal(0, HeadPose.Fit(mesh).Roll, 0.1);
    }

    [Fact]
    public void Nearer_things_are_larger()
    {
        FaceView view = new(Turn(0, 0, 0), 50, default, 0.1f);
        float near = Vector3.Distance(view.Project(new Vector3(-1, 0, -1)), view.Project(new Vector3(1, 0, -1)));
        float far = Vector3.Distance(view.Project(new Vector3(-1, 0, 1)), view.Project(new Vector3(1, 0, 1)));
        Assert.True(near > far);
    }

    private static Rotation3 Turn(int yaw, int pitch, int roll) => FaceView.Turn(yaw * Math.PI / 180, pitch * Math.PI / 180, roll * Math.PI / 180);
}
