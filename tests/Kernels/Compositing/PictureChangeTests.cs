using System.Numerics;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

public class PictureChangeTests
{
    private const int Width = 37, Height = 41;

    [Fact]
    public void A_share_of_a_change_brings_a_picture_as_far_and_leaves_its_alpha()
    {
        using ImageBuffer before = TestBuffers.Random(Width, Height, 1, low: -1, high: 2), after = TestBuffers.Random(Width, Height, 2, low: -1, high: 2);
        using ImageBuffer change = new(Width, Height);
        Threads.AssertSameBits<Vector4>(() =>
        {
            PictureChange.Between(before, after, 0.3f, change);
            return change.Pixels;
        });
        using ImageBuffer picture = before.Clone();
        PictureChange.Add(change, picture);
        for (int i = 0; i < picture.Length; i++)
            TestBuffers.AssertClose(Vector4.Lerp(before.Pixels[i], after.Pixels[i], 0.3f) with { W = before.Pixels[i].W }, picture.Pixels[i], 1e-6, "picture");
        PictureChange.Between(before, after, 0.3f, after);
        Assert.True(after.Pixels.SequenceEqual(change.Pixels));
    }

    [Fact]
    public void What_a_matted_picture_changes_of_a_frame_makes_the_frame_show_it()
    {
        using ImageBuffer beneath = TestBuffers.Random(Width, Height, 3), picture = TestBuffers.Random(Width, Height, 4), frame = TestBuffers.Random(Width, Height, 5);
        using Plane matte = TestBuffers.RandomPlane(Width, Height, 6);
        using ImageBuffer change = frame.Clone();
        PictureChange.OfMatted(beneath, picture, matte, change);
        for (int i = 0; i < change.Length; i++)
        {
            Vector4 shown = beneath.Pixels[i] + (matte.Values[i] * (picture.Pixels[i] - beneath.Pixels[i]));
            TestBuffers.AssertClose((shown - frame.Pixels[i]) with { W = 0 }, change.Pixels[i], 1e-6, "change");
        }
    }

    [Fact]
    public void A_picture_in_a_frame_changes_with_it_where_there_is_a_weight_and_nowhere_else()
    {
        RectI place = new(5, 7, 30, 22);
        using ImageBuffer before = TestBuffers.Random(Width, Height, 7), after = TestBuffers.Random(Width, Height, 8), picture = TestBuffers.Random(place.Width, place.Height, 9);
        using Plane weight = TestBuffers.RandomCoverage(Width, Height, 10, 0.6);
        for (int i = 0; i < weight.Length; i++)
        {
            // What is no number where nothing is taken must not be seen.
            if (weight.Values[i] == 0)
                after.Pixels[i] = new Vector4(float.NaN);
        }

        using ImageBuffer given = picture.Clone();
        PictureChange.Add(before, after, weight, place, picture);
        for (int y = 0; y < place.Height; y++)
        {
            for (int x = 0; x < place.Width; x++)
            {
                Vector4 had = given.Row(y)[x];
                Vector4 change = after.Row(place.Y1 + y)[place.X1 + x] - before.Row(place.Y1 + y)[place.X1 + x];
                Vector4 wanted = weight.Row(place.Y1 + y)[place.X1 + x] > 0 ? (had + change) with { W = had.W } : had;
                Assert.Equal(wanted, picture.Row(y)[x]);
            }
        }

        Assert.Throws<ArgumentException>(() => PictureChange.Add(before, after, weight, place.Offset(20, 0), picture));
        Assert.Throws<ArgumentException>(() => PictureChange.Add(before, after, weight, RectI.FromSize(3, 3), picture));
    }
}
