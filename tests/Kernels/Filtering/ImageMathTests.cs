using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Filtering;

public class ImageMathTests
{
    [Fact]
    public void A_blend_is_linear_and_exact_at_its_ends()
    {
        using ImageBuffer a = TestBuffers.Random(33, 41, 1, low: -2, high: 2), b = TestBuffers.Random(33, 41, 2, low: -2, high: 2);
        using var actual = new ImageBuffer(33, 41);
        foreach (float share in (float[])[0, 0.3f, 1])
        {
            Threads.AssertSameBits<Vector4>(() =>
            {
                ImageMath.Lerp(a, b, share, actual);
                return actual.Pixels;
            });
            for (int i = 0; i < a.Length; i++)
                TestBuffers.AssertClose(Vector4.Lerp(a.Pixels[i], b.Pixels[i], share), actual.Pixels[i], 1e-6, "blend");
        }

        Assert.True(actual.Pixels.SequenceEqual(b.Pixels));
        ImageMath.Lerp(a, actual, 0, actual);
        Assert.True(actual.Pixels.SequenceEqual(a.Pixels));
        Assert.Throws<ArgumentException>(() => ImageMath.Lerp(a, new ImageBuffer(1, 1), 0.5f, actual));
    }

    [Fact]
    public void A_channel_of_a_part_is_the_parts()
    {
        using ImageBuffer image = TestBuffers.Random(11, 7, seed: 3);
        RectI part = new(2, 1, 9, 6);
        using ImageBuffer crop = image.Crop(part);
        using Plane expected = new(7, 5), actual = new(7, 5);
        for (int channel = 0; channel < 4; channel++)
        {
            ImageMath.Channel(crop, channel, expected);
            ImageMath.Channel(image, part, channel, actual);
            Assert.Equal(expected.Values, actual.Values);
            Assert.Equal(image.Row(3)[4][channel], actual.Row(2)[2]);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => ImageMath.Channel(image, new RectI(5, 1, 12, 6), 0, actual));
    }

    [Fact]
    public void Clamped_values_lie_between_0_and_1_and_those_that_did_are_as_they_were()
    {
        using ImageBuffer image = TestBuffers.Random(33, 41, 3, low: -1, high: 2), given = image.Clone();
        ImageMath.Clamp(image);
        for (int i = 0; i < image.Length; i++)
        {
            for (int c = 0; c < 4; c++)
                Assert.Equal(Math.Clamp(given.Pixels[i][c], 0, 1), image.Pixels[i][c]);
        }
    }

    [Fact]
    public void A_difference_is_every_channels_difference()
    {
        using ImageBuffer a = TestBuffers.Random(7, 5, 11), b = TestBuffers.Random(7, 5, 12), difference = new(7, 5);
        ImageMath.Subtract(a, b, difference);
        for (int i = 0; i < a.Length; i++)
            Assert.Equal(a.Pixels[i] - b.Pixels[i], difference.Pixels[i]);
        ImageMath.Subtract(a, b, a);
        Assert.True(a.Pixels.SequenceEqual(difference.Pixels));
    }
}
