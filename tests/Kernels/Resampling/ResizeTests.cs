using System.Numerics;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Resampling;

public class ResizeTests
{
    [Fact]
    public void Each_pixel_is_the_mean_of_the_area_it_covers() => Prop.ForAll(
        Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(1, 30).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (w, h, seed) =>
        {
            using ImageBuffer source = TestBuffers.Random(1 + (seed * 7 % 37), seed, seed, low: -1, high: 4);
            using var actual = new ImageBuffer(w, h);
            Resize.Area(source, actual);
            for (int y = 0; y < h; y++)
            {
                for (int x = 0; x < w; x++)
                    TestBuffers.AssertClose(Mean(source, x, y, w, h), actual.Row(y)[x], 6e-6, $"({x}, {y})");
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_size_gives_the_very_pixels()
    {
        using ImageBuffer source = TestBuffers.Random(21, 13, 1);
        using var actual = new ImageBuffer(21, 13);
        Resize.Area(source, actual);
        Assert.True(actual.Pixels.SequenceEqual(source.Pixels));
    }

    [Fact]
    public void Nothing_into_something_is_refused()
    {
        using var none = new ImageBuffer(0, 5);
        using var some = new ImageBuffer(2, 2);
        Assert.Throws<ArgumentException>(() => Resize.Area(none, some));
        Resize.Area(some, none);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using ImageBuffer source = TestBuffers.Random(97, 91, 2);
        using var actual = new ImageBuffer(31, 40);
        Threads.AssertSameBits<Vector4>(() =>
        {
            Resize.Area(source, actual);
            return actual.Pixels;
        });
    }

    private static Vector4 Mean(ImageBuffer source, int x, int y, int w, int h)
    {
        double[] sum = new double[4];
        double sx = source.Width / (double)w;
        double sy = source.Height / (double)h;
        for (int j = 0; j < source.Height; j++)
        {
            double shareY = Math.Max(0, Math.Min(j + 1, (y + 1) * sy) - Math.Max(j, y * sy)) / sy;
            for (int i = 0; i < source.Width; i++)
            {
                double shareX = Math.Max(0, Math.Min(i + 1, (x + 1) * sx) - Math.Max(i, x * sx)) / sx;
                Vector4 pixel = source.Row(j)[i];
                FilterReference.Add(sum, (pixel.X, pixel.Y, pixel.Z, pixel.W), shareX * shareY);
            }
        }

        return new Vector4((float)sum[0], (float)sum[1], (float)sum[2], (float)sum[3]);
    }
}
