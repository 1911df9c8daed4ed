using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Tests.Resampling;

public class PlanarPixelsTests
{
    // Rows whose pixels come in fours and rows whose last ones don't.
    [Theory]
    [InlineData(64, 33)]
    [InlineData(61, 47)]
    [InlineData(3, 1)]
    public void A_picture_becomes_the_planes_that_sampling_it_in_place_gives(int width, int height)
    {
        using ImageBuffer picture = Picture(width, height);
        TensorFormat bgr = TensorFormat.Normalised(ChannelOrder.Bgr, new(0.5f, 0.25f, 0.125f), new(0.5f, 0.2f, 0.3f)), open = new(ChannelOrder.Rgb, new(2, 3, 4), new(-1, 0.5f, 0), ClampToUnit: false);
        foreach (TensorFormat format in (TensorFormat[])[TensorFormat.ImageNet, bgr, open])
        {
            float[] sampled = new float[3 * width * height], stored = new float[sampled.Length];
            AreaSampler.SampleTensor(picture.AsView(), Affine2D.Identity, NetworkSpace.Working, premultiplied: false, format, width, height, sampled);
            PlanarPixels.Store(picture, format, stored);
            Assert.Equal(sampled, stored);

            int plane = width * height;
            for (int i = 0; i < plane; i++)
                Assert.Equal(format.Apply(picture.Pixels[i].AsVector3()), new Vector3(stored[i], stored[plane + i], stored[(2 * plane) + i]));
        }
    }

    [Fact]
    public void Planes_become_pixels_beside_the_luma_of_a_picture()
    {
        const int width = 45, height = 38, plane = width * height;
        using ImageBuffer picture = Picture(width, height), pixels = ImageBuffer.Uninitialized(width, height);
        float[] planes = new float[3 * plane];
        for (int i = 0; i < planes.Length; i++)
            planes[i] = i;
        PlanarPixels.LoadWithLuma(planes, picture, pixels);
        for (int i = 0; i < plane; i++)
        {
            float luma = Math.Clamp(Vector3.Dot(picture.Pixels[i].AsVector3(), Rec709.LumaWeights), 0, 1);
            Assert.Equal(new Vector4(i, plane + i, (2 * plane) + i, luma), pixels.Pixels[i]);
        }
    }

    [Fact]
    public void Tensors_and_pictures_of_another_size_are_refused()
    {
        using ImageBuffer picture = Picture(4, 3), other = Picture(3, 4);
        Assert.Throws<ArgumentException>(() => PlanarPixels.Store(picture, TensorFormat.UnitRgb, new float[11]));
        Assert.Throws<ArgumentException>(() => PlanarPixels.LoadWithLuma(new float[11], picture, picture));
        Assert.Throws<ArgumentException>(() => PlanarPixels.LoadWithLuma(new float[36], picture, other));
    }

    private static ImageBuffer Picture(int width, int height)
    {
        var random = new Random(5);
        ImageBuffer picture = ImageBuffer.Uninitialized(width, height);
        foreach (ref Vector4 pixel in picture.Pixels)
            pixel = new Vector4(Value(), Value(), Value(), Value());
        return picture;

        float Value() => (random.NextSingle() * 1.6f) - 0.3f;
    }
}
