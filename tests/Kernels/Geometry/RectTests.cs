using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Geometry;

public class RectTests
{
    private static readonly Arbitrary<RectI> Rectangles = (
        from x1 in Gen.Choose(-20, 20)
        from y1 in Gen.Choose(-20, 20)
        from x2 in Gen.Choose(-20, 20)
        from y2 in Gen.Choose(-20, 20)
        select new RectI(x1, y1, x2, y2)).ToArbitrary();

    [Fact]
    public void Intersection_holds_the_pixels_that_both_hold() => Prop.ForAll(Rectangles, Rectangles, (a, b) =>
    {
        RectI both = a.Intersect(b);
        return Pixels().All(p => both.Contains(p.X, p.Y) == (a.Contains(p.X, p.Y) && b.Contains(p.X, p.Y)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Union_is_the_smallest_rectangle_with_both() => Prop.ForAll(Rectangles, Rectangles, (a, b) =>
    {
        RectI union = a.Union(b);
        (int X, int Y)[] held = [.. Pixels().Where(p => a.Contains(p.X, p.Y) || b.Contains(p.X, p.Y))];
        RectI expected = held.Length == 0
            ? RectI.Empty
            : new RectI(held.Min(p => p.X), held.Min(p => p.Y), held.Max(p => p.X) + 1, held.Max(p => p.Y) + 1);
        return union == expected && union.Contains(a) && union.Contains(b);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reversed_rectangle_is_empty_and_has_no_size()
    {
        var reversed = new RectI(5, 5, 2, 9);
        Assert.True(reversed.IsEmpty);
        Assert.Equal(0, reversed.Width);
        Assert.Equal(RectI.Empty, reversed.Inflate(10));
        Assert.Equal(RectI.Empty, new RectI(0, 0, 4, 4).Inflate(-2));
        Assert.Equal(new RectI(-1, -1, 5, 5), new RectI(0, 0, 4, 4).Inflate(1));
    }

    [Fact]
    public void Bounds_round_outwards_and_stay_in_range()
    {
        Assert.Equal(new RectI(-2, 0, 4, 3), RectI.FromBounds(new RectF(-1.5f, 0, 3.01f, 3)));
        Assert.Equal(RectI.Empty, RectI.FromBounds(new RectF(float.NaN, 0, 1, 1)));
        Assert.Equal(RectI.Empty, RectI.FromBounds(new RectF(2, 2, 1, 3)));
        RectI huge = RectI.FromBounds(new RectF(float.NegativeInfinity, -1e30f, 1e30f, float.PositiveInfinity));
        Assert.True(huge.Width > 0 && huge.Height > 0);
    }

    [Fact]
    public void Intersection_over_union_is_symmetric_and_one_for_the_same_box() => Prop.ForAll(Rectangles, Rectangles, (a, b) =>
    {
        RectF f = a.ToRectF();
        RectF g = b.ToRectF();
        float overlap = f.IntersectionOverUnion(g);
        int common = a.Intersect(b).Width * a.Intersect(b).Height;
        int either = (a.Width * a.Height) + (b.Width * b.Height) - common;
        float expected = either > 0 ? common / (float)either : 0;
        return MathF.Abs(overlap - expected) < 1e-6f && overlap == g.IntersectionOverUnion(f);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_box_around_points_holds_them_all()
    {
        Assert.Equal(new RectF(-1, 2, 5, 7), RectF.Around([new Vector2(3, 2), new Vector2(-1, 7), new Vector2(5, 4)]));
        Assert.Equal(default, RectF.Around([]));
        Assert.Equal(new Vector2(2, 4.5f), new RectF(-1, 2, 5, 7).Centre);
        Assert.Equal(new RectF(-2, 1, 6, 8), new RectF(-1, 2, 5, 7).Inflate(1));
    }

    private static IEnumerable<(int X, int Y)> Pixels() =>
        from y in Enumerable.Range(-21, 42) from x in Enumerable.Range(-21, 42) select (x, y);
}
