using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Pixels;

public class MissingPixelsTests
{
    [Fact]
    public void Broken_and_far_too_dark_pixels_are_marked_and_no_others()
    {
        using HostImage source = new HostImage(9, 3, SampleFormat.Float32, PixelLayout.Rgba, RowOrder.BottomUpPadded).Randomise(1);
        double[] values = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e6, -1e6, -0.6, -0.4, 60000];
        for (int x = 0; x < values.Length; x++)
            source.SetSample(x, 1, x % 3, values[x]);
        source.SetSample(8, 2, 3, double.NaN);

        RectI region = new(0, 1, 9, 3);
        using ImageBuffer working = new(9, 2);
        PixelReader.Read(source.View, region, default, premultiplied: false, working);
        using ImageBuffer before = working.Clone();
        Assert.True(MissingPixels.Any(source.View, region, -0.5f, false, working));
        Assert.Equal(before.Pixels, working.Pixels);
        MissingPixels.Mark(source.View, region, -0.5f, false, working);
        for (int i = 0; i < working.Length; i++)
        {
            bool isMissing = i is < 6 or 17;
            Vector4 pixel = working.Pixels[i];
            if (isMissing)
                Assert.True(float.IsNaN(pixel.X) && float.IsNaN(pixel.Y) && float.IsNaN(pixel.Z) && float.IsNaN(pixel.W), $"pixel {i}");
            else
                Assert.Equal(before.Pixels[i], pixel);
        }

        RectI top = new(0, 0, 9, 1);
        using ImageBuffer sound = new(9, 1);
        PixelReader.Read(source.View, top, default, premultiplied: false, sound);
        Assert.False(MissingPixels.Any(source.View, top, -0.5f, false, sound));
        Assert.Throws<ArgumentException>(() => MissingPixels.Mark(source.View, new RectI(1, 0, 10, 2), -0.5f, false, working));
    }

    [Fact]
    public void A_saturated_colour_of_a_wide_gamut_is_no_defect_and_a_negative_grey_is()
    {
        Vector4[] pixels = [new(-1, 1.3f, 0.4f, 1), new(-0.6f, -0.6f, -0.6f, 1), new(0.2f, -4, 2, 1), new(-0.4f, 0.1f, 0.1f, 1)];
        using HostImage source = new(pixels.Length, 1, SampleFormat.Float32, PixelLayout.Rgba, RowOrder.TopDown);
        using ImageBuffer working = new(pixels.Length, 1);
        pixels.CopyTo(working.Pixels);
        MissingPixels.Mark(source.View, working.Bounds, -0.5f, true, working);
        Assert.Equal([false, true, true, false], working.Pixels.ToArray().Select(pixel => float.IsNaN(pixel.X)));
    }
}
