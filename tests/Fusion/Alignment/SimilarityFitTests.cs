using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Fusion.Tests.Alignment;

public class SimilarityFitTests
{
    [Fact]
    public void A_similarity_is_found_again_from_its_points() => Prop.ForAll(Maps(), Clouds(), (map, points) =>
    {
        Vector2[] moved = [.. points.Select(map.Apply)];
        Affine2D found = SimilarityFit.Solve(points, moved);
        return points.All(point => Vector2.Distance(found.Apply(point), map.Apply(point)) < 2e-3f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_other_similarity_is_nearer() => Prop.ForAll(Clouds(), Clouds(), Maps(), (from, to, nudge) =>
    {
        Affine2D best = SimilarityFit.Solve(from, to);
        double least = Error(best, from, to);
        Affine2D other = best.Then(Affine2D.Similarity(1 + (nudge.Xx - 1) * 1e-2, nudge.Yx * 1e-2, nudge.Tx * 1e-2, nudge.Ty * 1e-2));
        return Error(other, from, to) >= least * (1 - 1e-6);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mirrored_set_is_fitted_without_a_reflection()
    {
        Vector2[] points = [new(1, 2), new(5, 1), new(3, 6), new(2, 9), new(6, 8)];
        Vector2[] mirrored = [.. points.Select(point => new Vector2(-point.X, point.Y))];
        Affine2D found = SimilarityFit.Solve(points, mirrored);
        Assert.True(found.Determinant > 0);
        Assert.Equal(found.Xx, found.Yy);
        Assert.Equal(found.Xy, -found.Yx);
    }

    [Fact]
    public void Points_without_extent_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SimilarityFit.Solve([Vector2.One, Vector2.One], [Vector2.Zero, Vector2.One]));
        Assert.Throws<ArgumentException>(() => SimilarityFit.Solve([Vector2.One], [Vector2.Zero]));
        Assert.Throws<ArgumentException>(() => SimilarityFit.Solve([Vector2.One, Vector2.Zero], [Vector2.Zero]));
    }

    [Fact]
    public void The_template_lands_on_the_face()
    {
        Affine2D placed = Affine2D.Similarity(3.5, 0.4, 210, 90);
        Vector2[] face = [.. AlignmentTemplate.Arcface112V2.Points.ToArray().Select(point => placed.Apply(point * 112))];
        Affine2D crop = AlignmentTemplate.Arcface112V2.CropToFace(face, 112);
        Assert.Equal(placed.Xx, crop.Xx, 1e-4);
        Assert.Equal(placed.Yx, crop.Yx, 1e-4);
        Assert.Equal(placed.Tx, crop.Tx, 1e-2);
        Assert.Equal(placed.Ty, crop.Ty, 1e-2);
    }

    private static double Error(Affine2D map, Vector2[] from, Vector2[] to) =>
        from.Zip(to, (a, b) =>
        {
            (double x, double y) = map.Apply(a.X, a.Y);
            return (x - b.X) * (x - b.X) + (y - b.Y) * (y - b.Y);
        }).Sum();

    private static Arbitrary<Affine2D> Maps() => Arb.From(
        from scale in Gen.Choose(20, 500)
        from angle in Gen.Choose(-314, 314)
        from x in Gen.Choose(-500, 500)
        from y in Gen.Choose(-500, 500)
        select Affine2D.Similarity(scale / 100.0, angle / 100.0, x, y));

    private static Arbitrary<Vector2[]> Clouds() => Arb.From(
        from count in Gen.Constant(5)
        from numbers in Gen.Choose(-4000, 4000).ArrayOf(2 * count)
        let points = Enumerable.Range(0, count).Select(i => new Vector2(numbers[2 * i], numbers[2 * i + 1]) / 20 + i * new Vector2(7, -3)).ToArray()
        where points.Distinct().Count() > 1
        select points);
}
