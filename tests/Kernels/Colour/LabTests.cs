using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Colour;

public class LabTests
{
    [Fact]
    public void Known_colours_have_their_textbook_values()
    {
        TestBuffers.AssertClose(new Vector4(100, 0, 0, 0.5f), Lab.FromWorking(new Vector4(1, 1, 1, 0.5f)), 0.01, "white");
        TestBuffers.AssertClose(new Vector4(53.24f, 80.09f, 67.20f, 1), Lab.FromWorking(new Vector4(1, 0, 0, 1)), 0.01, "red");
        TestBuffers.AssertClose(new Vector4(32.30f, 79.19f, -107.86f, 1), Lab.FromWorking(new Vector4(0, 0, 1, 1)), 0.01, "blue");
        TestBuffers.AssertClose(Vector4.Zero, Lab.FromWorking(Vector4.Zero), 1e-5, "black");
    }

    [Fact]
    public void Images_match_double_precision_and_come_back_even_outside_the_gamut()
    {
        using ImageBuffer image = TestBuffers.Random(64, 40, 1, low: -0.6f, high: 1.6f);
        using var lab = new ImageBuffer(64, 40);
        using var back = new ImageBuffer(64, 40);
        Lab.FromWorking(image, lab);
        Lab.ToWorking(lab, back);
        for (int i = 0; i < image.Length; i++)
        {
            Vector4 colour = image.Pixels[i];
            (double l, double a, double b) = Reference.Lab(colour.X, colour.Y, colour.Z);
            TestBuffers.AssertClose(new Vector4((float)l, (float)a, (float)b, colour.W), lab.Pixels[i], 1e-3, $"{colour}");
            TestBuffers.AssertClose(colour, back.Pixels[i], 5e-5, "back");
        }
    }

    [Fact]
    public void Threads_and_place_change_nothing()
    {
        using ImageBuffer image = TestBuffers.Random(33, 50, 2);
        using var separate = new ImageBuffer(33, 50);
        Threads.AssertSameBits<Vector4>(() =>
        {
            Lab.FromWorking(image, separate);
            return separate.Pixels;
        });
        using ImageBuffer inPlace = image.Clone();
        Lab.FromWorking(inPlace, inPlace);
        Assert.True(inPlace.Pixels.SequenceEqual(separate.Pixels));
        Assert.Throws<ArgumentException>(() => Lab.ToWorking(image, new ImageBuffer(1, 1)));
    }
}
