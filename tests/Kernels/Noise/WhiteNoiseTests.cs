using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Noise;

public class WhiteNoiseTests
{
    [Fact]
    public unsafe void It_has_mean_0_variance_1_and_no_correlation_with_itself()
    {
        using var noise = new ImageBuffer(320, 300);
        WhiteNoise.Fill(noise, 17, -40, 12345);
        float* values = (float*)noise.Pointer;
        int row = 4 * noise.Width, count = row * (noise.Height - 1) - 4;
        double sum = 0, squares = 0, right = 0, below = 0, channel = 0, fourth = 0;
        for (int i = 0; i < count; i++)
        {
            double value = values[i];
            sum += value;
            squares += value * value;
            fourth += value * value * value * value;
            right += value * values[i + 4];
            below += value * values[i + row];
            channel += value * values[i + 1];
        }

        Assert.Equal(0, sum / count, 0.006);
        Assert.Equal(1, squares / count, 0.01);
        Assert.InRange(fourth / count, 2.5, 3);
        Assert.Equal(0, right / count, 0.008);
        Assert.Equal(0, below / count, 0.008);
        Assert.Equal(0, channel / count, 0.008);
    }

    [Fact]
    public void It_depends_on_place_and_seed_alone()
    {
        using var whole = new ImageBuffer(61, 40);
        Threads.AssertSameBits<System.Numerics.Vector4>(() =>
        {
            WhiteNoise.Fill(whole, -5, 7, 99);
            return whole.Pixels;
        });
        using var part = new ImageBuffer(9, 8);
        WhiteNoise.Fill(part, -5 + 11, 7 + 20, 99);
        for (int y = 0; y < part.Height; y++)
        {
            for (int x = 0; x < part.Width; x++)
            {
                Assert.Equal(whole.Row(20 + y)[11 + x], part.Row(y)[x]);
                for (int channel = 0; channel < 4; channel++)
                    Assert.Equal(WhiteNoise.At(6 + x, 27 + y, channel, 99), part.Row(y)[x][channel]);
            }
        }

        using var other = new ImageBuffer(61, 40);
        WhiteNoise.Fill(other, -5, 7, 100);
        double product = 0;
        for (int i = 0; i < other.Length; i++)
            product += System.Numerics.Vector4.Dot(other.Pixels[i], whole.Pixels[i]);
        Assert.Equal(0, product / (4 * other.Length), 0.05);
    }
}
