using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Filtering;

public class PlaneOperationTests
{
    [Fact]
    public void A_feather_is_the_smoothstep_of_the_distance() => Prop.ForAll(
        Gen.Choose(-40, 40).ToArbitrary(), Gen.Choose(-40, 40).ToArbitrary(), (from, to) =>
        {
            using Plane distance = TestBuffers.RandomPlane(13, 7, from + 100, low: -6, high: 6);
            using Plane actual = distance.Clone();
            Feather.Smoothstep(actual, from / 10f, to / 10f, actual);
            for (int i = 0; i < actual.Length; i++)
            {
                double d = distance.Values[i];
                double t = from == to ? (d >= from / 10f ? 1 : 0) : Math.Clamp((d - (from / 10f)) / ((to / 10f) - (from / 10f)), 0, 1);
                Assert.Equal(t * t * (3 - (2 * t)), actual.Values[i], 2e-5);
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_feather_is_exact_at_its_ends_and_takes_nonsense_as_nothing()
    {
        Assert.Equal(0, Feather.Smoothstep(2, 2, 5));
        Assert.Equal(1, Feather.Smoothstep(5, 2, 5));
        Assert.Equal(0.5f, Feather.Smoothstep(3.5f, 2, 5));
        Assert.Equal(0, Feather.Smoothstep(float.NaN, 2, 5));
        Assert.Equal(1, Feather.Smoothstep(float.PositiveInfinity, 2, 5));
    }

    [Fact]
    public void A_sum_is_exact_where_floats_would_have_lost_it()
    {
        using var plane = new Plane(1237, 31);
        plane.Fill(0.1f);
        plane.Values[^1] = 1e7f;
        Assert.Equal(1e7 + ((plane.Length - 1) * (double)0.1f), PlaneMath.Sum(plane), 1e-6);
    }

    [Fact]
    public void Arithmetic_is_element_by_element()
    {
        using Plane a = TestBuffers.RandomPlane(37, 41, 1, low: -2, high: 2);
        using Plane b = TestBuffers.RandomPlane(37, 41, 2, low: -2, high: 2);
        using var actual = new Plane(37, 41);
        Check(() => PlaneMath.Multiply(a, b, actual), (x, y) => x * y);
        Check(() => PlaneMath.Add(a, b, actual), (x, y) => x + y);
        Check(() => PlaneMath.Max(a, b, actual), MathF.Max);
        Check(() => PlaneMath.Scale(a, 0.3f, actual), (x, _) => x * 0.3f);
        Check(() => PlaneMath.Invert(a, actual), (x, _) => 1 - x);
        Check(() => PlaneMath.Clamp(a, 0.2f, 0.7f, actual), (x, _) => Math.Clamp(x, 0.2f, 0.7f));
        Assert.Throws<ArgumentException>(() => PlaneMath.Add(a, new Plane(1, 1), actual));

        void Check(Action run, Func<float, float, float> expected)
        {
            Threads.AssertSameBits<float>(() =>
            {
                run();
                return actual.Values;
            });
            for (int i = 0; i < actual.Length; i++)
                Assert.Equal(expected(a.Values[i], b.Values[i]), actual.Values[i]);
        }
    }

    [Fact]
    public void Several_planes_are_multiplied_in_place_by_one()
    {
        using Plane factor = TestBuffers.RandomPlane(37, 41, 1), first = TestBuffers.RandomPlane(37, 41, 2), second = TestBuffers.RandomPlane(37, 41, 3);
        using Plane firstBefore = first.Clone(), secondBefore = second.Clone();
        foreach (Plane plane in (Plane[])[first, second])
            PlaneMath.Multiply(plane, factor, plane);
        for (int i = 0; i < factor.Length; i++)
        {
            Assert.Equal(firstBefore.Values[i] * factor.Values[i], first.Values[i]);
            Assert.Equal(secondBefore.Values[i] * factor.Values[i], second.Values[i]);
        }

        Assert.Throws<ArgumentException>(() => PlaneMath.Multiply(first, new Plane(1, 1), first));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(37)]
    public void The_bounds_hold_what_is_above_a_threshold_and_no_more(int width)
    {
        using Plane plane = new(width, 11);
        plane.Fill(0.25f);
        Assert.True(PlaneMath.BoundsAbove(plane, 0.25f).IsEmpty);
        Assert.Equal(plane.Bounds, PlaneMath.BoundsAbove(plane, 0));
        plane.Row(4)[width - 2] = 1;
        Assert.Equal(new RectI(width - 2, 4, width - 1, 5), PlaneMath.BoundsAbove(plane, 0.5f));
        plane.Row(9)[1] = 0.75f;
        Assert.Equal(new RectI(1, 4, width - 1, 10), PlaneMath.BoundsAbove(plane, 0.5f));
        plane.Row(6)[0] = float.NaN;
        Assert.Equal(new RectI(1, 4, width - 1, 10), PlaneMath.BoundsAbove(plane, 0.5f));
    }
}
