using System.Numerics;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

public class MovedDetailTests
{
    [Theory]
    [InlineData(0f, 1f, 0.6f)]
    [InlineData(0.01f, 1f, 0.61f)]
    [InlineData(0.06f, 1f, 0.61f)]
    [InlineData(0.2f, 1f, 0.7f)]
    [InlineData(-0.2f, 1f, 0.3f)]
    [InlineData(0.2f, 0.5f, 0.65f)]
    [InlineData(0.2f, 0f, 0.6f)]
    public void Detail_stays_where_little_moved_and_goes_where_much_did(float change, float weight, float expected)
    {
        // The coarse picture is 0.5, the fine one 0.6: a tenth is detail, of which half goes at a change of 0.06.
        using ImageBuffer before = Solid(0.5f), after = Solid(0.5f + change), picture = Solid(0.6f);
        using Plane weights = new(17, 3);
        weights.Values.Fill(weight);
        MovedDetail.Apply(before, after, weights, picture);
        Assert.All(picture.Pixels.ToArray(), pixel =>
        {
            Assert.Equal(expected, pixel.X, 1e-6f);
            Assert.Equal(0.25f, pixel.W);
        });
    }

    [Fact]
    public void Bits_stay_where_nothing_changed_and_what_is_no_number_stays_alone()
    {
        using ImageBuffer before = Solid(0.5f), after = Solid(0.8f), picture = Solid(0.6f);
        using Plane weights = new(17, 3);
        weights.Values.Fill(1);
        after.Row(0)[3] = before.Row(0)[3];
        picture.Row(0)[3] = new Vector4(0.1f, float.PositiveInfinity, -7, 1);
        picture.Row(1)[5] = new Vector4(float.NaN, 0.6f, 0.6f, 1);
        MovedDetail.Apply(before, after, weights, picture);
        Assert.Equal(new Vector4(0.1f, float.PositiveInfinity, -7, 1), picture.Row(0)[3]);
        Assert.True(float.IsNaN(picture.Row(1)[5].X));
        Assert.Equal(1, picture.Pixels.ToArray().Count(pixel => !float.IsFinite(pixel.X)));
    }

    private static ImageBuffer Solid(float value)
    {
        ImageBuffer image = new(17, 3);
        image.Fill(new Vector4(value, value, value, 0.25f));
        return image;
    }
}
