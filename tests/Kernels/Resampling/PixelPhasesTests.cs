using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Tests.Resampling;

public class PixelPhasesTests
{
    private const int Side = 24;

    public static TheoryData<int> Factors => [1, 2, 3, 4, 8];

    [Theory]
    [MemberData(nameof(Factors))]
    public void What_goes_through_a_tensor_comes_back(int factor)
    {
        using ImageBuffer fine = Noise(factor), back = new(fine.Width, fine.Height);
        float[] tensor = new float[3 * Side * Side];
        TensorFormat format = TensorFormat.Normalised(ChannelOrder.Bgr, new Vector3(0.4f, 0.5f, 0.6f), new Vector3(0.2f, 0.3f, 0.4f));
        for (int phase = 0; phase < factor * factor; phase++)
        {
            PixelPhases.ToTensor(fine, factor, phase, format, tensor);
            Assert.Equal((fine.Row(phase / factor)[phase % factor].Z - 0.4f) / 0.2f, tensor[0], 1e-5f);
            PixelPhases.FromTensor(tensor, format, factor, phase, back);
            PixelPhases.AlphaFromTensor([.. Enumerable.Repeat(phase / 64f, Side * Side)], factor, phase, back);
        }

        for (int i = 0; i < fine.Length; i++)
        {
            Assert.True((fine.Pixels[i] - back.Pixels[i]).AsVector3().Length() < 1e-6f);
            int phase = (i / fine.Width % factor * factor) + (i % fine.Width % factor);
            Assert.Equal(phase / 64f, back.Pixels[i].W);
        }
    }

    [Theory]
    [MemberData(nameof(Factors))]
    public void What_differs_from_phase_to_phase_is_evened_out_and_the_rest_stays(int factor)
    {
        using ImageBuffer fine = new(factor * Side, factor * Side);
        for (int y = 0; y < fine.Height; y++)
        {
            for (int x = 0; x < fine.Width; x++)
                fine.Row(y)[x] = new Vector4(0.01f * (x + (2 * y)) / factor) + new Vector4((((x % factor) * 7) + ((y % factor) * 3)) % 5);
        }

        double mean = 0;
        for (int phase = 0; phase < factor * factor; phase++)
            mean += ((((phase % factor) * 7) + ((phase / factor) * 3)) % 5) / (double)(factor * factor);
        PixelPhases.Even(fine, factor);
        for (int y = factor; y < fine.Height - factor; y++)
        {
            for (int x = factor; x < fine.Width - factor; x++)
                Assert.Equal((0.01 * (x + (2 * y)) / factor) + mean, fine.Row(y)[x].X, 2e-5);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_phase_holds_no_alias_of_what_is_finer_than_it(int factor)
    {
        // Stripes of 1.25 pixels of the network, which has pixels for 2 at the finest.
        const int Scale = 8;
        using ImageBuffer source = new(Side * Scale, Side * Scale);
        for (int y = 0; y < source.Height; y++)
        {
            for (int x = 0; x < source.Width; x++)
                source.Row(y)[x] = new Vector4(0.5f + (0.5f * MathF.Cos(2 * MathF.PI * (x + 0.5f) / (1.25f * Scale))));
        }

        using ImageBuffer fine = new(Side * factor, Side * factor);
        PixelPhases.Sample(source.AsView(), Affine2D.Scaling(Scale, Scale), NetworkSpace.Working, premultiplied: false, factor, fine);
        for (int y = 4 * factor; y < fine.Height - (4 * factor); y++)
        {
            for (int x = 4 * factor; x < fine.Width - (4 * factor); x++)
                Assert.Equal(0.5f, fine.Row(y)[x].X, 0.1f);
        }
    }

    [Fact]
    public void Phases_lie_where_their_fine_pixels_do()
    {
        const int Factor = 4;
        using ImageBuffer source = new(Side * 2, Side * 2), fine = new(Side * Factor, Side * Factor);
        for (int y = 0; y < source.Height; y++)
        {
            for (int x = 0; x < source.Width; x++)
                source.Row(y)[x] = new Vector4(x + 0.5f, y + 0.5f, 0, 1);
        }

        PixelPhases.Sample(source.AsView(), Affine2D.Scaling(2, 2), NetworkSpace.Working, premultiplied: false, Factor, fine);
        for (int y = 12; y < fine.Height - 12; y++)
        {
            for (int x = 12; x < fine.Width - 12; x++)
                Assert.True(Vector2.Distance(new Vector2(fine.Row(y)[x].X, fine.Row(y)[x].Y), new Vector2(x + 0.5f, y + 0.5f) / 2) < 0.02f);
        }
    }

    [Fact]
    public void Sides_that_are_no_multiples_are_refused()
    {
        using ImageBuffer fine = new(10, 12);
        Assert.Throws<ArgumentException>(() => PixelPhases.Even(fine, 4));
        Assert.Throws<ArgumentException>(() => PixelPhases.ToTensor(fine, 2, 0, TensorFormat.UnitRgb, new float[7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelPhases.ToTensor(fine, 2, 4, TensorFormat.UnitRgb, new float[3 * 30]));
    }

    private static ImageBuffer Noise(int factor)
    {
        Random random = new(5);
        ImageBuffer image = new(Side * factor, Side * factor);
        foreach (ref Vector4 pixel in image.Pixels)
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1);
        return image;
    }
}
