using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

public class HostBlendTests
{
    [Fact]
    public void Light_is_mixed_in_the_hosts_values() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var space = new NetworkSpace(seed % 2 == 0 ? TransferCurve.Display : TransferCurve.SceneLinear, false);
        RectI place = new(3, 2, 3 + 9, 2 + 7);
        using ImageBuffer below = TestBuffers.Random(14, 11, seed, high: 2), before = below.Clone(), above = TestBuffers.Random(9, 7, seed + 1, high: 2);
        using Plane matte = TestBuffers.RandomPlane(9, 7, seed + 2, low: -0.5f, high: 1.5f);
        foreach (ref float share in matte.Values)
            share = Math.Clamp(share, 0, 1);
        matte.Values[4] = float.NaN;
        HostBlend.Over(below, place, above, matte, space);
        for (int y = 0; y < 11; y++)
        {
            for (int x = 0; x < 14; x++)
            {
                Vector4 from = before.Row(y)[x], actual = below.Row(y)[x];
                float share = place.Contains(x, y) ? matte.Row(y - 2)[x - 3] : 0;
                Vector4 to = share > 0 ? above.Row(y - 2)[x - 3] with { W = from.W } : from;
                if (!(share is > 0 and < 1))
                    Assert.Equal(to, actual);
                else
                    TestBuffers.AssertClose(space.Encode(Vector4.Lerp(space.Decode(from), space.Decode(to), share)), actual, 1e-5, $"seed {seed} ({x}, {y})");
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Pixels_of_a_log_are_mixed_in_light()
    {
        NetworkSpace space = new(TransferCurve.LogC3, HighlightRollOff: false), light = new(TransferCurve.SceneLinear, HighlightRollOff: false);
        using ImageBuffer below = TestBuffers.Random(6, 6, 1, high: 2), before = below.Clone(), above = TestBuffers.Random(6, 6, 2, high: 2);
        using Plane matte = TestBuffers.RandomPlane(6, 6, 3, low: 0.1f, high: 0.9f);
        HostBlend.Over(below, below.Bounds, above, matte, space);
        for (int i = 0; i < below.Length; i++)
        {
            Vector4 from = before.Pixels[i], to = above.Pixels[i] with { W = from.W };
            TestBuffers.AssertClose(light.Encode(Vector4.Lerp(light.Decode(from), light.Decode(to), matte.Values[i])), below.Pixels[i], 1e-5, $"pixel {i}");
        }
    }

    [Fact]
    public void What_sticks_out_is_refused()
    {
        using ImageBuffer below = new(4, 4), above = new(3, 3);
        using Plane matte = new(3, 3);
        Assert.Throws<ArgumentException>(() => HostBlend.Over(below, new RectI(2, 2, 5, 5), above, matte, default));
        Assert.Throws<ArgumentException>(() => HostBlend.Over(below, new RectI(0, 0, 4, 4), above, matte, default));
    }
}
