using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Geometry;

public class Affine2DTests
{
    private static readonly Gen<double> Number = Gen.Choose(-4000, 4000).Select(n => n / 1000.0);

    private static readonly Arbitrary<Affine2D> Maps = (
        from xx in Number
        from xy in Number
        from tx in Number
        from yx in Number
        from yy in Number
        from ty in Number
        select new Affine2D(xx, xy, tx * 100, yx, yy, ty * 100)).ToArbitrary();

    [Fact]
    public void Then_is_one_map_after_the_other() => Prop.ForAll(Maps, Maps, (first, second) =>
    {
        (double x, double y) = first.Apply(3.5, -2.25);
        return Distance(second.Apply(x, y), first.Then(second).Apply(3.5, -2.25)) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_inverse_brings_points_back() => Prop.ForAll(Maps, map =>
    {
        if (Math.Abs(map.Determinant) < 1e-3)
            return true;

        (double x, double y) = map.Apply(12.5, 7.25);
        return Distance(map.Invert().Apply(x, y), (12.5, 7.25)) < 1e-7;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_similarity_keeps_angles_and_scales_lengths()
    {
        var map = Affine2D.Similarity(2.5, Math.PI / 2, 10, 20);
        Assert.Equal(2.5, map.Scale, 12);
        Vector2 mapped = map.Apply(new Vector2(4, 0));
        Assert.Equal(10, mapped.X, 4);
        Assert.Equal(30, mapped.Y, 4);
    }

    [Fact]
    public void Singular_maps_have_no_inverse()
    {
        var flat = new Affine2D(1, 2, 0, 2, 4, 0);
        Assert.False(flat.TryInvert(out Affine2D inverse));
        Assert.Equal(Affine2D.Identity, inverse);
        Assert.Throws<InvalidOperationException>(() => flat.Invert());
        Assert.False(new Affine2D(double.NaN, 0, 0, 0, 1, 0).TryInvert(out _));
        Assert.False(Affine2D.Scaling(1e-200, 1e-200).TryInvert(out _));
    }

    [Fact]
    public void Bounds_hold_every_corner()
    {
        RectF bounds = Affine2D.Similarity(1, Math.PI / 4, 0, 0).Bounds(new RectF(0, 0, 10, 10));
        Assert.Equal(-7.0710678f, bounds.X1, 4);
        Assert.Equal(14.142136f, bounds.Y2, 4);
        Assert.Equal(new RectF(3, 5, 7, 13), Affine2D.Scaling(2, 4).Then(Affine2D.Translation(1, 1)).Bounds(new RectF(1, 1, 3, 3)));
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
