using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Filtering;

public class DirectionalFeatherTests
{
    [Fact]
    public void The_matte_is_0_at_the_outline_1_inside_and_never_falls_inwards() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        FeatherWidths widths = RandomWidths(random);
        Affine2D toShape = RandomShape(random);
        int width = random.Next(1, 40), height = random.Next(1, 40);
        using Plane near = TestBuffers.RandomPlane(width, height, seed, 0, 50), far = TestBuffers.RandomPlane(width, height, seed + 1, 0, 50);
        using var outline = new Plane(width, height);
        for (int i = 0; i < near.Length; i++)
            far.Values[i] += near.Values[i];
        near.Values[0] = float.NaN;
        DirectionalFeather.Apply(near, toShape, widths, near);
        DirectionalFeather.Apply(far, toShape, widths, far);
        DirectionalFeather.Apply(outline, toShape, widths, outline);
        Assert.Equal(0, near.Values[0]);
        Assert.True(outline.Values.IndexOfAnyExcept(0f) < 0);
        for (int i = 0; i < near.Length; i++)
        {
            Assert.InRange(near.Values[i], 0, 1);
            Assert.True(far.Values[i] >= near.Values[i]);
        }

        outline.Fill(widths.Widest);
        DirectionalFeather.Apply(outline, toShape, widths, outline);
        Assert.True(outline.Values.IndexOfAnyExceptInRange(1 - 1e-5f, 1f) < 0);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_side_has_its_own_width_and_the_way_between_has_no_step()
    {
        FeatherWidths widths = new(40, 10, 5, 20);
        Assert.Equal(40, DirectionalFeather.WidthAt(new Vector2(0, -1), widths));
        Assert.Equal(10, DirectionalFeather.WidthAt(new Vector2(0, 1.2f), widths));
        Assert.Equal(5, DirectionalFeather.WidthAt(new Vector2(-0.9f, 0), widths));
        Assert.Equal(20, DirectionalFeather.WidthAt(new Vector2(0.5f, 0), widths));
        Assert.Equal(18.75f, DirectionalFeather.WidthAt(default, widths));
        for (int degrees = 0; degrees < 360; degrees++)
        {
            for (float radius = 0.01f; radius < 1.3f; radius += 0.01f)
            {
                float here = DirectionalFeather.WidthAt(Polar(radius, degrees), widths);
                Assert.InRange(here, 5, 40.001f);
                Assert.InRange(DirectionalFeather.WidthAt(Polar(radius, degrees + 1), widths) - here, -1, 1);
                Assert.InRange(DirectionalFeather.WidthAt(Polar(radius + 0.01f, degrees), widths) - here, -1, 1);
            }
        }

        static Vector2 Polar(float radius, float degrees)
        {
            (float sin, float cos) = MathF.SinCos(degrees * MathF.PI / 180);
            return radius * new Vector2(cos, sin);
        }
    }

    [Fact]
    public void A_turned_shape_has_a_turned_matte() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        FeatherWidths widths = RandomWidths(random);
        Affine2D toShape = RandomShape(random);
        const int Side = 24;
        using Plane upright = TestBuffers.RandomPlane(Side, Side, seed, 0, 50);
        using var turned = new Plane(Side, Side);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                turned.Row(x)[Side - 1 - y] = upright.Row(y)[x];
        }

        // A quarter clockwise and the way back.
        Affine2D back = new(0, 1, 0, -1, 0, Side);
        DirectionalFeather.Apply(upright, toShape, widths, upright);
        DirectionalFeather.Apply(turned, back.Then(toShape), widths, turned);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                Assert.InRange(turned.Row(x)[Side - 1 - y] - upright.Row(y)[x], -1e-4f, 1e-4f);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_sides_give_the_plain_feather_and_threads_change_nothing()
    {
        using Plane distance = TestBuffers.RandomPlane(300, 90, 1, 0, 50);
        using Plane expected = distance.Clone(), actual = distance.Clone();
        Feather.Smoothstep(distance, 0, 17, expected);
        DirectionalFeather.Apply(distance, Affine2D.Identity, new FeatherWidths(17, 17, 17, 17), actual);
        Assert.True(expected.Values.SequenceEqual(actual.Values));
        Threads.AssertSameBits<float>(() =>
        {
            DirectionalFeather.Apply(distance, new Affine2D(0.01, 0.002, -1, -0.001, 0.02, -1), new FeatherWidths(1.5f, 30, 8, 20), actual);
            return actual.Values;
        });
    }

    private static FeatherWidths RandomWidths(Random random) => new(Width(random), Width(random), Width(random), Width(random));

    private static float Width(Random random) => 1.5f + 40 * random.NextSingle();

    private static Affine2D RandomShape(Random random) =>
        Affine2D.Similarity(0.02 + 0.1 * random.NextDouble(), 7 * random.NextDouble(), -2 * random.NextDouble(), -2 * random.NextDouble());
}
