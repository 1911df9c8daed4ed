using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Detection;

public class NonMaximumSuppressionTests
{
    [Fact]
    public void The_order_of_the_candidates_never_matters() => Prop.ForAll(Candidates(), faces =>
    {
        IReadOnlyList<DetectedFace> forth = NonMaximumSuppression.Apply(faces), back = NonMaximumSuppression.Apply(faces.Reverse());
        return forth.Select(face => (face.Box, face.Score)).SequenceEqual(back.Select(face => (face.Box, face.Score)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_survives_is_apart_and_what_fell_had_a_better_neighbour() => Prop.ForAll(Candidates(), faces =>
    {
        IReadOnlyList<DetectedFace> kept = NonMaximumSuppression.Apply(faces);
        bool apart = kept.All(a => kept.All(b => ReferenceEquals(a, b) || a.Box.IntersectionOverUnion(b.Box) <= NonMaximumSuppression.UnionThreshold));
        bool ranked = faces.All(face => kept.Contains(face) || kept.Any(better => better.Score >= face.Score));
        return apart && ranked && kept.Zip(kept.Skip(1), (a, b) => a.Score >= b.Score).All(ordered => ordered);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_face_at_a_tiles_edge_is_the_same_face()
    {
        IReadOnlyList<DetectedFace> kept = NonMaximumSuppression.Apply([Face(0, 0, 100, 120, 0.8f), Face(60, 0, 100, 120, 0.7f)]);
        Assert.Equal(0.8f, Assert.Single(kept).Score);
    }

    [Fact]
    public void What_is_settled_stays_and_takes_the_place_of_what_shows_the_same() => Prop.ForAll(Candidates(), Candidates(), (first, others) =>
    {
        IReadOnlyList<DetectedFace> settled = NonMaximumSuppression.Apply(first), kept = NonMaximumSuppression.Apply(settled.Reverse(), others);
        bool apart = kept.All(a => kept.All(b => ReferenceEquals(a, b) || a.Box.IntersectionOverUnion(b.Box) <= NonMaximumSuppression.UnionThreshold));
        return apart && settled.All(kept.Contains) && kept.Zip(kept.Skip(1), (a, b) => a.Score >= b.Score).All(ordered => ordered);
    }).QuickCheckThrowOnFailure();

    private static DetectedFace Face(float x1, float y1, float x2, float y2, float score) =>
        new(new RectF(x1, y1, x2, y2), score, new Vector2[5]);

    private static Arbitrary<DetectedFace[]> Candidates() => Arb.From(
        (from x in Gen.Choose(0, 50)
         from y in Gen.Choose(0, 50)
         from width in Gen.Choose(10, 40)
         from height in Gen.Choose(10, 40)
         from score in Gen.Choose(5, 10)
         select Face(x, y, x + width, y + height, score / 10f)).ArrayOf());
}
