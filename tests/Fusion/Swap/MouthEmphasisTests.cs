using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Fusion.Tests.Swap;

public class MouthEmphasisTests
{
    private static readonly FaceShape Neutral = new(Canonical());

    [Fact]
    public void A_face_at_rest_stays_as_it_is() =>
        Assert.All(Of(Neutral, Neutral, 1), move => Assert.Equal(Vector3.Zero, move));

    [Fact]
    public void Lips_go_further_the_way_they_went_and_the_rest_of_the_face_stays()
    {
        Vector3[] smile = Canonical();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            smile[i] += new Vector3(0.1f * MathF.Sign(smile[i].X), -0.06f, 0);

        Vector3[] moves = Of(new FaceShape(smile), Neutral, 1), half = Of(new FaceShape(smile), Neutral, 0.5f);
        int corner = FaceMeshIndices.RightMouthCorner;
        Assert.InRange(moves[corner].X, 0.012f, 0.017f);
        Assert.InRange(moves[corner].Y, -0.0102f, -0.007f);
        Assert.InRange(half[corner].X / moves[corner].X, 0.5f, 0.6f);
        foreach (int away in (int[])[FaceMeshIndices.ForeheadTop, FaceMeshIndices.NoseTip, FaceMeshIndices.Chin, FaceMeshIndices.LeftEyeInner, FaceMeshIndices.RightIris])
            Assert.Equal(Vector3.Zero, moves[away]);
    }

    [Fact]
    public void An_open_mouth_is_not_opened_further()
    {
        Vector3[] open = Canonical();
        foreach (int lower in FaceMeshIndices.InnerLowerLip[1..^1])
            open[lower].Y += 0.4f;

        Vector3[] moves = Of(new FaceShape(open), Neutral, 1);
        for (int i = 1; i < FaceMeshIndices.InnerUpperLip.Length - 1; i++)
            Assert.Equal(moves[FaceMeshIndices.InnerUpperLip[i]], moves[FaceMeshIndices.InnerLowerLip[i]]);
        Assert.All(moves, move => Assert.InRange(move.Length(), 0, 0.05f));
    }

    private static Vector3[] Canonical()
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = CanonicalFace.Points[Math.Min(i, CanonicalFace.Points.Length - 1)];
        return points;
    }

    private static Vector3[] Of(FaceShape shape, FaceShape neutral, float trust)
    {
        Vector3[] moves = new Vector3[FaceMeshIndices.Count];
        MouthEmphasis.Fill(shape, neutral, trust, moves);
        return moves;
    }
}
