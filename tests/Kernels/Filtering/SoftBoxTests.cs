using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Filtering;

public class SoftBoxTests
{
    [Fact]
    public void Any_box_is_the_blurred_rectangle_cut_at_the_sides() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        int width = random.Next(1, 60), height = random.Next(1, 60);
        double left = random.NextDouble() * width, right = random.NextDouble() * width;
        double top = Math.Floor(random.NextDouble() * height), bottom = random.NextDouble() * height;
        float sigma = random.Next(4) == 0 ? 0 : random.NextSingle() * 8;

        using var matte = new Plane(width, height);
        SoftBox.Fill(left, top, right, bottom, sigma, matte);
        double[] columns = Profile(width, left, right, sigma), rows = Profile(height, top, bottom, sigma);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                Assert.Equal(columns[x] * rows[y], matte.Row(y)[x], 1e-6);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(64, 9, 4.75f)]
    [InlineData(65, 12, 30f)]
    [InlineData(40, 2, 0.2f)]
    public void The_outermost_pixels_are_exactly_nought_and_the_middle_is_one(int size, int border, float sigma)
    {
        using var matte = new Plane(size, size);
        SoftBox.Fill(border, border, size - border, size - border, sigma, matte);
        for (int i = 0; i < size; i++)
        {
            Assert.Equal(0, matte.Row(0)[i]);
            Assert.Equal(0, matte.Row(size - 1)[i]);
            Assert.Equal(0, matte.Row(i)[0]);
            Assert.Equal(0, matte.Row(i)[size - 1]);
        }

        Assert.Equal(1, matte.Row(size / 2)[size / 2], 1e-6f);
    }

    [Fact]
    public void Away_from_the_sides_it_is_what_blurring_gives()
    {
        using var box = new Plane(80, 70);
        for (int y = 30; y < 44; y++)
            box.Row(y)[28..50].Fill(1);
        using var matte = new Plane(80, 70);
        SoftBox.Fill(28, 30, 50, 44, 3, matte);
        GaussianBlur.Apply(box, 3, box);
        for (int i = 0; i < matte.Length; i++)
            Assert.Equal(box.Values[i], matte.Values[i], 1e-5f);
    }

    [Fact]
    public void Boxes_beyond_the_plane_and_widths_that_are_none_are_refused()
    {
        using var matte = new Plane(10, 10);
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftBox.Fill(-1, 0, 5, 5, 1, matte));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftBox.Fill(0, 0, 5, 11, 1, matte));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftBox.Fill(0, double.NaN, 5, 5, 1, matte));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftBox.Fill(1, 1, 5, 5, -1, matte));
        Assert.Throws<ArgumentOutOfRangeException>(() => SoftBox.Fill(1, 1, 5, 5, float.PositiveInfinity, matte));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using var matte = new Plane(90, 200);
        Threads.AssertSameBits<float>(() =>
        {
            SoftBox.Fill(11.3, 20.5, 80, 150, 6, matte);
            return matte.Values;
        });
    }

    private static double[] Profile(int length, double from, double to, double sigma)
    {
        double[] profile = new double[length];
        if (!(to > from))
            return profile;

        int radius = (int)Math.Min(Math.Ceiling(4 * sigma), Math.Max(0, Math.Floor(Math.Min(from, length - to)) - 1));
        double Weight(int k) => k == 0 ? 1 : Math.Exp(-0.5 * k * k / (sigma * sigma));
        double total = Enumerable.Range(-radius, (2 * radius) + 1).Sum(Weight);
        for (int i = 0; i < length; i++)
        {
            // The part of pixel i − k that lies inside the interval.
            for (int k = -radius; k <= radius; k++)
                profile[i] += Weight(k) / total * Math.Max(0, Math.Min(i - k + 1, to) - Math.Max(i - k, from));
        }

        return profile;
    }
}
