using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FaceFusion.Kernels.Warping;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Warping;

public class StMapTests
{
    [Fact]
    public void A_map_of_pixel_centres_is_what_compositing_programs_call_none()
    {
        using ImageBuffer map = new(4, 2);
        using Plane defined = new(4, 2);
        defined.Fill(1);
        for (int i = 0; i < map.Length; i++)
            map.Pixels[i] = new Vector4((i % 4) + 0.5f, (i / 4) + 0.5f, 9, 9);
        StMap.Normalise(map, defined, 4, 2);
        Assert.Equal(new Vector4(0.125f, 0.75f, 0, 1), map.Pixels[0]);
        Assert.Equal(new Vector4(0.875f, 0.25f, 0, 1), map.Pixels[7]);
    }

    [Fact]
    public void Places_come_back_from_their_fractions() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        int width = random.Next(1, 4000), height = random.Next(1, 3000);
        using ImageBuffer places = TestBuffers.Random(random.Next(1, 20), random.Next(1, 50), seed, low: -0.5f * width, high: 1.5f * width), map = places.Clone();
        using Plane defined = TestBuffers.RandomPlane(places.Width, places.Height, seed + 1, low: -1, high: 1);
        StMap.Normalise(map, defined, width, height);
        for (int i = 0; i < map.Length; i++)
        {
            Vector4 at = map.Pixels[i];
            if (!(defined.Values[i] > 0))
            {
                Assert.Equal(Vector4.Zero, at);
                continue;
            }

            Assert.Equal((0, 1), (at.Z, at.W));
            Assert.Equal(places.Pixels[i].X, at.X * width, 1e-3);
            Assert.Equal(places.Pixels[i].Y, height - (at.Y * height), 2e-3);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_lies_outside_or_nowhere_is_undefined()
    {
        using ImageBuffer places = new(5, 1);
        using Plane defined = new(5, 1);
        defined.Fill(1);
        (places.Pixels[0], places.Pixels[1], places.Pixels[2]) = (new(2, 3, 0, 0), new(1.99f, 3, 0, 0), new(4, 3, 0, 0));
        (places.Pixels[3], places.Pixels[4]) = (new(float.NaN, 3, 0, 0), new(3.99f, 4.99f, 0, 0));
        StMap.Confine(places, new RectI(2, 3, 4, 5), defined);
        Assert.Equal([1, 0, 0, 0, 1], defined.Values.ToArray());
    }

    [Fact]
    public void A_shift_moves_every_place()
    {
        using ImageBuffer places = TestBuffers.Random(7, 40, 1), moved = places.Clone();
        StMap.Shift(moved, 10, -4);
        for (int i = 0; i < places.Length; i++)
            Assert.Equal(places.Pixels[i] + new Vector4(10, -4, 0, 0), moved.Pixels[i]);
    }

    [Fact]
    public void A_picture_is_cut_to_where_it_is_defined()
    {
        using ImageBuffer picture = TestBuffers.Random(6, 20, 1), cut = picture.Clone();
        using Plane defined = TestBuffers.RandomPlane(6, 20, 2, low: -1, high: 1);
        StMap.Cut(cut, defined);
        for (int i = 0; i < cut.Length; i++)
            Assert.Equal(defined.Values[i] > 0 ? picture.Pixels[i] with { W = 1 } : Vector4.Zero, cut.Pixels[i]);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using ImageBuffer places = TestBuffers.Random(30, 90, 1), map = places.Clone();
        using Plane defined = TestBuffers.RandomPlane(30, 90, 2, low: -1, high: 1);
        Threads.AssertSameBits<Vector4>(() =>
        {
            places.Pixels.CopyTo(map.Pixels);
            StMap.Normalise(map, defined, 1920, 1080);
            return map.Pixels;
        });
    }
}
