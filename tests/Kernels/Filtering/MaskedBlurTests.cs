using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Filtering;

public class MaskedBlurTests
{
    [Theory]
    [InlineData(2f)]
    [InlineData(7f)]
    public void Near_the_mask_it_is_the_blur_of_what_the_mask_shows(float sigma)
    {
        using ImageBuffer image = TestBuffers.Random(40, 30, 1);
        using Plane mask = TestBuffers.RandomCoverage(40, 30, 2, 0.5);
        using var actual = new ImageBuffer(40, 30);
        MaskedBlur.Apply(image, mask, sigma, actual);

        using var masked = new Plane(40, 30);
        for (int i = 0; i < masked.Length; i++)
            masked.Values[i] = image.Pixels[i].Y * mask.Values[i];
        double[] numerator = BlurReference.Apply(masked, sigma, EdgeMode.Zero);
        double[] denominator = BlurReference.Apply(mask, sigma, EdgeMode.Zero);
        for (int i = 0; i < masked.Length; i++)
        {
            Assert.Equal(numerator[i] / denominator[i], actual.Pixels[i].Y, 8e-3);
            Assert.Equal(1, actual.Pixels[i].W);
        }
    }

    [Fact]
    public void What_the_mask_hides_is_never_seen_and_every_pixel_gets_a_colour()
    {
        using var image = new ImageBuffer(300, 40);
        using var mask = new Plane(300, 40);
        image.Fill(new Vector4(100, -100, 50, 1));
        for (int y = 10; y < 20; y++)
        {
            image.Row(y)[5..15].Fill(new Vector4(0.2f, 0.4f, 0.6f, 1));
            mask.Row(y)[5..15].Fill(1);
        }

        MaskedBlur.Apply(image, mask, 3, image);
        foreach (Vector4 pixel in image.Pixels)
            TestBuffers.AssertClose(new Vector4(0.2f, 0.4f, 0.6f, 1), pixel, 1e-5, "extended");
    }

    [Fact]
    public void A_mask_of_nothing_gives_nothing()
    {
        using ImageBuffer image = TestBuffers.Random(6, 6, 3);
        using var mask = new Plane(6, 6);
        MaskedBlur.Apply(image, mask, 2, image);
        Assert.True(image.Pixels.IndexOfAnyExcept(Vector4.Zero) < 0);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using ImageBuffer image = TestBuffers.Random(80, 90, 4);
        using Plane mask = TestBuffers.RandomCoverage(80, 90, 5, 0.05);
        using var actual = new ImageBuffer(80, 90);
        Threads.AssertSameBits<Vector4>(() =>
        {
            MaskedBlur.Apply(image, mask, 6, actual);
            return actual.Pixels;
        });
    }
}
