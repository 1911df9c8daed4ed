using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>What a picture on the Matte clip leaves of a face's matte.</summary>
public sealed class HoldOutTests
{
    private static readonly Vector4 Pixel = new(0.25f, 0.5f, 0.75f, 1);

    [Theory]
    [InlineData(MatteChannel.Alpha, 1f)]
    [InlineData(MatteChannel.Luminance, 0.2126f * 0.25f + 0.7152f * 0.5f + 0.0722f * 0.75f)]
    [InlineData(MatteChannel.Red, 0.25f)]
    [InlineData(MatteChannel.Green, 0.5f)]
    [InlineData(MatteChannel.Blue, 0.75f)]
    public void The_channel_asked_for_counts(MatteChannel channel, float expected)
    {
        Assert.Equal(0.8f * expected, Shown(channel, invert: false), 1e-6);
        Assert.Equal(0.8f * (1 - expected), Shown(channel, invert: true), 1e-6);
    }

    [Fact]
    public void Outside_its_picture_the_clip_is_black()
    {
        using ImageBuffer picture = new(2, 2);
        picture.Fill(Pixel);
        using Plane matte = new(3, 1);
        matte.Fill(1);
        HoldOut.Apply(At(picture, 4, 4), MatteChannel.Green, invert: false, Plate(), new RectI(3, 5, 6, 6), matte);
        Assert.Equal([0, 0.5f, 0.5f], matte.Row(0).ToArray());
    }

    [Fact]
    public void Wider_pixels_are_read_where_they_lie()
    {
        using ImageBuffer picture = new(5, 10);
        for (int y = 0; y < picture.Height; y++)
            picture.Row(y)[..2].Fill(Vector4.One);
        using Plane matte = new(10, 1);
        matte.Fill(1);
        RasterImage wide = At(picture, 0, 0) with { PixelAspect = 2 };
        HoldOut.Apply(wide, MatteChannel.Red, invert: false, Plate(), new RectI(0, 2, 10, 3), matte);
        // From centre to centre, and to the black beyond the picture's edge.
        Assert.Equal([0.75f, 1, 1, 0.75f, 0.25f, 0, 0, 0, 0, 0], matte.Row(0).ToArray());
    }

    private static float Shown(MatteChannel channel, bool invert)
    {
        using ImageBuffer picture = new(10, 10);
        picture.Fill(Pixel);
        using Plane matte = new(4, 3);
        matte.Fill(0.8f);
        HoldOut.Apply(At(picture, 0, 0), channel, invert, Plate(), new RectI(2, 2, 6, 5), matte);
        Assert.Equal(-1, matte.Values.IndexOfAnyExcept(matte.Values[0]));
        return matte.Values[0];
    }

    // A plate of 10 x 10 pixels; nothing but its place counts.
    private static RasterImage Plate() => new(default, new OfxRectI { x2 = 10, y2 = 10 });

    private static RasterImage At(ImageBuffer picture, int x, int y) =>
        new(picture.AsView(), new OfxRectI { x1 = x, y1 = y, x2 = x + picture.Width, y2 = y + picture.Height });
}
