using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Tests.Shape;

public class RestingShapeTests
{
    [Theory]
    [InlineData(0.01f, 0)]
    [InlineData(0.06f, 1)]
    public void Only_an_expression_that_stands_out_is_subtracted(float strength, float share)
    {
        (FaceShape shape, FaceShape neutral) = Smile(strength);
        FaceShape resting = RestingShape.Of(shape, neutral);
        int corner = FaceMeshIndices.LeftMouthCorner;
        Assert.Equal(0, Vector3.Distance(Vector3.Lerp(shape.Points[corner], neutral.Points[corner], share), resting.Points[corner]), 1e-6f);
    }

    [Fact]
    public void In_between_it_goes_over_smoothly()
    {
        float before = 0;
        for (float strength = 0.005f; strength < 0.07f; strength += 0.005f)
        {
            (FaceShape shape, FaceShape neutral) = Smile(strength);
            float left = Vector3.Distance(RestingShape.Of(shape, neutral).Points[FaceMeshIndices.LeftMouthCorner], neutral.Points[FaceMeshIndices.LeftMouthCorner]);
            Assert.InRange(left - before, -0.012f, 0.006f);
            before = left;
        }

        Assert.Equal(0, before, 1e-6f);
    }

    [Fact]
    public void Brows_that_are_raised_leave_the_mouth_as_it_is()
    {
        Vector3[] points = Neutral(), raised = Neutral();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            if (points[i].Y < 0.05f)
                raised[i].Y -= 0.08f;
            else if (points[i].Y > 0.95f)
                raised[i].Y += 0.005f;
        }

        FaceShape shape = new(raised), resting = RestingShape.Of(shape, new FaceShape(points));
        Assert.Equal(points[FaceMeshIndices.ForeheadTop], resting.Points[FaceMeshIndices.ForeheadTop]);
        Assert.Equal(raised[FaceMeshIndices.Chin], resting.Points[FaceMeshIndices.Chin]);
    }

    // All points of the lower face move by so much.
    private static (FaceShape Shape, FaceShape Neutral) Smile(float strength)
    {
        Vector3[] points = Neutral(), moved = Neutral();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            if (points[i].Y > 0.6f)
                moved[i].Y -= strength;
        }

        return (new FaceShape(moved), new FaceShape(points));
    }

    private static Vector3[] Neutral()
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = CanonicalFace.Points[Math.Min(i, CanonicalFace.Points.Length - 1)];
        return points;
    }
}
