using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>How much of a swap a picture on the Matte clip shows.</summary>
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
        Assert.Equal(expected, Shown(channel, invert: false), 1e-6);
        Assert.Equal(1 - expected, Shown(channel, invert: true), 1e-6);
    }

    [Fact]
    public void Outside_its_picture_the_clip_is_black()
    {
        using ImageBuffer picture = new(2, 2);
        picture.Fill(Pixel);
        using Plane shown = HoldOut.Shown(At(picture, 4, 4), MatteChannel.Green, invert: false, Plate(), new RectI(3, 5, 6, 6));
        Assert.Equal([0, 0.5f, 0.5f], shown.Values.ToArray());
    }

    [Fact]
    public void Wider_pixels_are_read_where_they_lie()
    {
        using ImageBuffer picture = new(5, 10);
        for (int y = 0; y < picture.Height; y++)
            picture.Row(y)[..2].Fill(Vector4.One);
        RasterImage wide = At(picture, 0, 0) with { PixelAspect = 2 };
        using Plane shown = HoldOut.Shown(wide, MatteChannel.Red, invert: false, Plate(), new RectI(0, 2, 10, 3));
        // From centre to centre, and to the black beyond the picture's edge.
        Assert.Equal([0.75f, 1, 1, 0.75f, 0.25f, 0, 0, 0, 0, 0], shown.Values.ToArray());
    }

    private static float Shown(MatteChannel channel, bool invert)
    {
        using ImageBuffer picture = new(10, 10);
        picture.Fill(Pixel);
        using Plane shown = HoldOut.Shown(At(picture, 0, 0), channel, invert, Plate(), new RectI(2, 2, 6, 5));
        Assert.Equal(RectI.FromSize(4, 3), shown.Bounds);
        Assert.Equal(-1, shown.Values.IndexOfAnyExcept(shown.Values[0]));
        return shown.Values[0];
    }

    // A plate of 10 x 10 pixels; nothing but its place counts.
    private static RasterImage Plate() => new(default, new OfxRectI { x2 = 10, y2 = 10 });

    private static RasterImage At(ImageBuffer picture, int x, int y) =>
        new(picture.AsView(), new OfxRectI { x1 = x, y1 = y, x2 = x + picture.Width, y2 = y + picture.Height });
}
