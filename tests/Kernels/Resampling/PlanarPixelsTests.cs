using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Resampling;

public class PlanarPixelsTests
{
    private static readonly NetworkSpace Linear = new(TransferCurve.SceneLinear, HighlightRollOff: false);

    // Rows whose pixels come in eights and rows whose last ones don't.
    [Theory]
    [InlineData(64, 33)]
    [InlineData(61, 47)]
    [InlineData(3, 1)]
    public void Sampled_planes_become_what_the_network_wants_beside_their_luma(int width, int height)
    {
        using ImageBuffer picture = TestBuffers.Random(width, height, seed: 5, low: -0.3f, high: 1.3f);
        TensorFormat plain = new(ChannelOrder.Rgb, Vector3.One, default, ClampToUnit: false), open = new(ChannelOrder.Rgb, new(2, 3, 4), new(-1, 0.5f, 0), ClampToUnit: false);
        int plane = width * height;
        foreach (TensorFormat format in (TensorFormat[])[TensorFormat.ImageNet, open])
        {
            foreach (float gain in (float[])[1, 0.25f, 40])
            {
                float[] values = new float[3 * plane];
                using Plane luma = Plane.Uninitialized(width, height);
                AreaSampler.SampleTensor(picture.AsView(), Affine2D.Identity, NetworkSpace.Working, premultiplied: false, plain, width, height, values);
                PlanarPixels.Normalise(values, gain, format, luma);
                for (int i = 0; i < plane; i++)
                {
                    Vector4 pixel = gain == 1 ? picture.Pixels[i] : Linear.Encode(gain * Linear.Decode(picture.Pixels[i]));
                    Assert.Equal(format.Apply(pixel.AsVector3()), new Vector3(values[i], values[plane + i], values[(2 * plane) + i]));
                    Assert.Equal(Math.Clamp(Vector3.Dot(pixel.AsVector3(), Rec709.LumaWeights), 0, 1), luma.Values[i], 1e-6f);
                }
            }
        }
    }

    [Theory]
    [InlineData(64, 33)]
    [InlineData(61, 47)]
    public void Sampled_pixels_go_to_planes_channel_by_channel(int width, int height)
    {
        using ImageBuffer picture = TestBuffers.Random(width, height, seed: 6, low: -0.3f, high: 1.3f);
        TensorFormat bgr = TensorFormat.Normalised(ChannelOrder.Bgr, new(0.5f, 0.25f, 0.125f), new(0.5f, 0.2f, 0.3f));
        int plane = width * height;
        foreach (TensorFormat format in (TensorFormat[])[TensorFormat.ImageNet, bgr])
        {
            float[] sampled = new float[3 * plane];
            AreaSampler.SampleTensor(picture.AsView(), Affine2D.Identity, NetworkSpace.Working, premultiplied: false, format, width, height, sampled);
            for (int i = 0; i < plane; i++)
                Assert.Equal(format.Apply(picture.Pixels[i].AsVector3()), new Vector3(sampled[i], sampled[plane + i], sampled[(2 * plane) + i]));
        }
    }

    [Fact]
    public void A_part_of_four_planes_becomes_pixels()
    {
        const int width = 45, height = 38, plane = width * height;
        float[] planes = [.. Enumerable.Range(0, 3 * plane).Select(i => (float)i)];
        using Plane fourth = TestBuffers.RandomPlane(width, height, seed: 7);
        foreach (RectI part in (RectI[])[fourth.Bounds, new(3, 5, 22, 6), new(44, 0, 45, 38)])
        {
            using ImageBuffer pixels = ImageBuffer.Uninitialized(part.Width, part.Height);
            PlanarPixels.Load(planes, fourth, part, pixels);
            for (int y = 0; y < part.Height; y++)
            {
                for (int x = 0; x < part.Width; x++)
                {
                    int i = ((part.Y1 + y) * width) + part.X1 + x;
                    Assert.Equal(new Vector4(i, plane + i, (2 * plane) + i, fourth.Values[i]), pixels.Row(y)[x]);
                }
            }
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        using ImageBuffer pixels = new(4, 3);
        using Plane plane = new(4, 3);
        TensorFormat bgr = TensorFormat.UnitRgb with { Order = ChannelOrder.Bgr };
        Assert.Throws<ArgumentException>(() => PlanarPixels.Normalise(new float[11], 1, TensorFormat.UnitRgb, plane));
        Assert.Throws<ArgumentException>(() => PlanarPixels.Normalise(new float[36], 1, bgr, plane));
        Assert.Throws<ArgumentException>(() => PlanarPixels.Load(new float[11], plane, plane.Bounds, pixels));
        Assert.Throws<ArgumentException>(() => PlanarPixels.Load(new float[36], plane, new RectI(0, 0, 3, 3), pixels));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanarPixels.Load(new float[36], plane, new RectI(1, 0, 5, 3), pixels));
    }
}
