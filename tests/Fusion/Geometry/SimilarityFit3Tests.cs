using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Geometry;

public class SimilarityFit3Tests
{
    [Fact]
    public void A_similarity_is_found_again_whatever_the_weights() => Prop.ForAll(Numbers(4), Numbers(6), Numbers(6), (turn, place, weightNumbers) =>
    {
        Similarity3 map = Map(turn, place);
        float[] weights = [.. weightNumbers.Select(number => 0.1f + Math.Abs(number))];
        Vector3[] moved = [.. Cloud.Select(map.Apply)];
        Similarity3 found = SimilarityFit3.Solve(Cloud, moved, weights);
        return Cloud.All(point => Vector3.Distance(found.Apply(point), map.Apply(point)) < 2e-3f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rotation_is_proper_even_for_a_mirrored_set() => Prop.ForAll(Numbers(4), Numbers(6), (turn, place) =>
    {
        Similarity3 map = Map(turn, place);
        Vector3[] mirrored = [.. Cloud.Select(point => map.Apply(point with { X = -point.X }))];
        Similarity3 found = SimilarityFit3.Solve(Cloud, mirrored, [1, 1, 1, 1, 1, 1]);
        return Math.Abs(found.Rotation.Determinant - 1) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_inverse_undoes() => Prop.ForAll(Numbers(4), Numbers(6), (turn, place) =>
    {
        Similarity3 map = Map(turn, place), back = map.Invert();
        return Cloud.All(point => Vector3.Distance(back.Apply(map.Apply(point)), point) < 1e-3f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_point_without_weight_has_no_say()
    {
        Similarity3 map = Map([3, 1, -2, 4], [10, 20, 30, 1, 0, 0]);
        Vector3[] moved = [.. Cloud.Select(map.Apply)];
        moved[5] += new Vector3(100, 50, -70);
        Similarity3 found = SimilarityFit3.Solve(Cloud, moved, [1, 1, 1, 1, 1, 0]);
        Assert.All(Cloud, point => Assert.True(Vector3.Distance(found.Apply(point), map.Apply(point)) < 1e-3f));
    }

    private static readonly Vector3[] Cloud =
        [new(0, 0, 0), new(10, 1, 2), new(-3, 8, 1), new(2, -4, 9), new(6, 6, -5), new(-7, 3, 4)];

    private static Similarity3 Map(int[] turn, int[] place)
    {
        Quaternion q = Quaternion.Normalize(new Quaternion(turn[0], turn[1], turn[2], turn[3] + 0.5f));
        return new Similarity3(0.2 + Math.Abs(place[3]) / 20.0, Rotation3.FromQuaternion(q.W, q.X, q.Y, q.Z), new Double3(place[0], place[1], place[2]));
    }

    private static Arbitrary<int[]> Numbers(int count) => Arb.From(Gen.Choose(-100, 100).ArrayOf(count));
}
