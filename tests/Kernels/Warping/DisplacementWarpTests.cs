using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FaceFusion.Kernels.Warping;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Warping;

public class DisplacementWarpTests
{
    [Fact]
    public void Every_pixel_is_the_bicubic_sample_at_its_displaced_place() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        RectI region = Region(random);
        using DisplacementGrid grid = Grid(random, region);
        using ImageBuffer image = TestBuffers.Random(region.Width, region.Height, seed, low: -0.5f, high: 3);
        using ImageBuffer warped = new(region.Width, region.Height);
        using Plane weight = new(region.Width, region.Height);
        DisplacementWarp.Apply(grid, region, image, image, weighByAlpha: false, warped, weight);
        for (int y = 0; y < region.Height; y++)
        {
            for (int x = 0; x < region.Width; x++)
            {
                (double moveX, double moveY, double whole) = Field(grid, region, x, y);
                TestBuffers.AssertClose(Reference(image, x, y, moveX, moveY), warped.Row(y)[x], 2e-4, $"seed {seed} ({x}, {y}) moved by {moveX}, {moveY}");
                double t = Math.Clamp(whole / 0.04, 0, 1);
                Assert.Equal(t * t * (3 - (2 * t)), weight.Row(y)[x], 1e-4);
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_pixels_move_whole_and_what_rests_keeps_its_bits()
    {
        using DisplacementGrid grid = new(40, 40, -4, -4, 1, 1);
        for (int y = 0; y < 40; y++)
            grid.Cells.Row(y)[..20].Fill(new Vector4(3, -2, 0, 1));
        using ImageBuffer image = TestBuffers.Random(32, 32, 1), warped = new(32, 32);
        using Plane weight = new(32, 32);
        DisplacementWarp.Apply(grid, RectI.FromSize(32, 32), image, image, weighByAlpha: false, warped, weight);
        for (int y = 8; y < 24; y++)
        {
            for (int x = 2; x < 12; x++)
            {
                TestBuffers.AssertClose(image.Row(y - 2)[x + 3], warped.Row(y)[x], 1e-5, $"({x}, {y})");
                Assert.Equal(1, weight.Row(y)[x]);
            }

            for (int x = 20; x < 32; x++)
            {
                Assert.Equal(image.Row(y)[x], warped.Row(y)[x]);
                Assert.Equal(0, weight.Row(y)[x]);
            }
        }
    }

    [Fact]
    public void Missing_pixels_touch_no_other_and_cubic_samples_never_overshoot()
    {
        using DisplacementGrid grid = new(40, 40, -4, -4, 1, 1);
        grid.Cells.Fill(new Vector4(0.4f, 0.3f, 0, 1));
        using ImageBuffer image = new(32, 32), warped = new(32, 32);
        image.Fill(new Vector4(0.25f, 0.5f, 0.75f, 1));
        using ImageBuffer source = image.Clone();
        image.Row(16)[16] = new Vector4(1e4f, -1e4f, 0, 1);
        source.Row(16)[16] = new Vector4(float.NaN);
        image.Row(8)[8] = source.Row(8)[8] = new Vector4(40, 30, 20, 1);
        using Plane weight = new(32, 32);
        DisplacementWarp.Apply(grid, RectI.FromSize(32, 32), image, source, weighByAlpha: false, warped, weight);
        for (int y = 0; y < 32; y++)
        {
            for (int x = 0; x < 32; x++)
            {
                Vector4 pixel = warped.Row(y)[x];
                Assert.True(pixel.X >= 0.25f && pixel.Y >= 0.5f && pixel.Z >= 0.75f && pixel.W == 1, $"({x}, {y}): {pixel}");
                if (Math.Max(Math.Abs(x - 8), Math.Abs(y - 8)) > 2)
                    TestBuffers.AssertClose(new Vector4(0.25f, 0.5f, 0.75f, 1), pixel, 1e-5, $"({x}, {y})");
            }
        }

        // Of what is left, a column away by whole pixels has no weight; of nothing, nothing has.
        grid.Cells.Fill(new Vector4(1, 0.3f, 0, 1));
        source.Fill(new Vector4(float.NaN));
        for (int y = 0; y < 32; y++)
            source.Row(y)[20] = image.Row(y)[20];
        DisplacementWarp.Apply(grid, RectI.FromSize(32, 32), image, source, weighByAlpha: false, warped, weight);
        Assert.All(warped.Pixels.ToArray(), pixel => Assert.True(float.IsFinite(Vector4.Dot(pixel, Vector4.One))));

        source.Fill(new Vector4(float.NaN));
        DisplacementWarp.Apply(grid, RectI.FromSize(32, 32), image, source, weighByAlpha: false, warped, weight);
        Assert.True(warped.Pixels.SequenceEqual(image.Pixels));
    }

    [Fact]
    public void Transparent_pixels_lend_no_colour()
    {
        using DisplacementGrid grid = new(40, 40, -4, -4, 1, 1);
        grid.Cells.Fill(new Vector4(0.5f, 0, 0, 1));
        using ImageBuffer image = new(32, 32), warped = new(32, 32);
        for (int y = 0; y < 32; y++)
        {
            image.Row(y)[..16].Fill(new Vector4(0.8f, 0.6f, 0.4f, 1));
            image.Row(y)[16..].Clear();
        }

        using Plane weight = new(32, 32);
        DisplacementWarp.Apply(grid, RectI.FromSize(32, 32), image, image, weighByAlpha: true, warped, weight);
        TestBuffers.AssertClose(new Vector4(0.8f, 0.6f, 0.4f, 0.5f), warped.Row(16)[15], 1e-5, "the edge");
        TestBuffers.AssertClose(new Vector4(0.8f, 0.6f, 0.4f, 1), warped.Row(16)[10], 1e-5, "inside");
        Assert.Equal(Vector4.Zero, warped.Row(16)[20]);
    }

    [Fact]
    public void Nothing_is_taken_from_beyond_the_sides()
    {
        // A ramp moved across its side would show its end again and again.
        using DisplacementGrid grid = new(40, 40, -4, -4, 1, 1);
        grid.Cells.Fill(new Vector4(-5, 0, 0, 1));
        using ImageBuffer image = new(32, 32), warped = new(32, 32);
        for (int i = 0; i < image.Length; i++)
            image.Pixels[i] = new Vector4(i % 32, 0, 0, 1);
        using Plane weight = new(32, 32);
        DisplacementWarp.Apply(grid, RectI.FromSize(32, 32), image, image, weighByAlpha: false, warped, weight);
        for (int x = 2; x < 31; x++)
            Assert.True(warped.Row(9)[x + 1].X > warped.Row(9)[x].X, $"column {x}");
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var random = new Random(5);
        RectI region = new(-3, 7, 60, 90);
        using DisplacementGrid grid = Grid(random, region);
        using ImageBuffer image = TestBuffers.Random(region.Width, region.Height, 6), warped = new(region.Width, region.Height);
        using Plane weight = new(region.Width, region.Height);
        Threads.AssertSameBits<Vector4>(() =>
        {
            warped.Pixels.Clear();
            DisplacementWarp.Apply(grid, region, image, image, weighByAlpha: true, warped, weight);
            return warped.Pixels;
        });
    }

    [Fact]
    public void Wrong_sizes_and_cells_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisplacementGrid(4, 4, 0, 0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisplacementGrid(4, 4, double.NaN, 0, 1, 1));
        using DisplacementGrid grid = new(4, 4, 0, 0, 1, 1);
        using ImageBuffer image = new(4, 4), other = new(5, 4);
        using Plane weight = new(4, 4);
        Assert.Throws<ArgumentException>(() => DisplacementWarp.Apply(grid, RectI.FromSize(4, 4), image, other, weighByAlpha: false, image.Clone(), weight));
    }

    private static RectI Region(Random random)
    {
        int x = random.Next(-20, 20), y = random.Next(-20, 20);
        return new RectI(x, y, x + random.Next(1, 24), y + random.Next(1, 24));
    }

    // A grid that covers some of the region, with some cells at rest.
    private static DisplacementGrid Grid(Random random, RectI region)
    {
        double cellWidth = 0.3 + (4 * random.NextDouble()), cellHeight = 0.3 + (4 * random.NextDouble());
        DisplacementGrid grid = new(random.Next(1, 20), random.Next(1, 20), region.X1 + random.Next(-6, 6), region.Y1 + random.Next(-6, 6) + 0.25, cellWidth, cellHeight);
        foreach (ref Vector4 cell in grid.Cells.Pixels)
            cell = random.Next(5) == 0 ? default : new Vector4((8 * random.NextSingle()) - 4, (8 * random.NextSingle()) - 4, 0, random.NextSingle());
        return grid;
    }

    private static (double X, double Y, double W) Field(DisplacementGrid grid, RectI region, int x, int y)
    {
        double u = ((region.X1 + x + 0.5 - grid.OriginX) / grid.CellWidth) - 0.5, v = ((region.Y1 + y + 0.5 - grid.OriginY) / grid.CellHeight) - 0.5;
        double sumX = 0, sumY = 0, sumW = 0;
        for (int j = 0; j < grid.Cells.Height; j++)
        {
            for (int i = 0; i < grid.Cells.Width; i++)
            {
                double share = Spline(i - u) * Spline(j - v);
                sumX += share * grid.Cells.Row(j)[i].X;
                sumY += share * grid.Cells.Row(j)[i].Y;
                sumW += share * grid.Cells.Row(j)[i].W;
            }
        }

        return (sumX, sumY, sumW);
    }

    private static double Spline(double distance)
    {
        double d = Math.Abs(distance);
        return d >= 2 ? 0 : d >= 1 ? (2 - d) * (2 - d) * (2 - d) / 6 : (4 - (6 * d * d) + (3 * d * d * d)) / 6;
    }

    private static Vector4 Reference(ImageBuffer image, int x, int y, double moveX, double moveY)
    {
        double left = x + 0.5, top = y + 0.5;
        double u = left + Math.Clamp(moveX, -0.75 * left, 0.75 * (image.Width - left)) - 0.5;
        double v = top + Math.Clamp(moveY, -0.75 * top, 0.75 * (image.Height - top)) - 0.5;
        u = Math.Clamp(u, 0, image.Width - 1);
        v = Math.Clamp(v, 0, image.Height - 1);
        double[] sum = new double[4];
        Vector4 low = new(float.PositiveInfinity), high = -low;
        for (int j = (int)v - 1; j <= (int)v + 2; j++)
        {
            for (int i = (int)u - 1; i <= (int)u + 2; i++)
            {
                Vector4 pixel = image.Row(Math.Clamp(j, 0, image.Height - 1))[Math.Clamp(i, 0, image.Width - 1)];
                low = Vector4.Min(low, pixel);
                high = Vector4.Max(high, pixel);
                FilterReference.Add(sum, (pixel.X, pixel.Y, pixel.Z, pixel.W), FilterReference.CatmullRom(i - u) * FilterReference.CatmullRom(j - v));
            }
        }

        return Vector4.Clamp(new Vector4((float)sum[0], (float)sum[1], (float)sum[2], (float)sum[3]), low, high);
    }
}
