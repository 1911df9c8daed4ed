using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Resampling;

public class AreaSamplerTests
{
    private static readonly NetworkSpace Plain = NetworkSpace.Working;

    [Fact]
    public void Any_map_of_any_image_matches_the_documented_filter() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        using HostImage source = new HostImage(
            random.Next(1, 40), random.Next(1, 30), format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed);
        double scale = Math.Pow(2, (random.NextDouble() * 7) - 3);
        Affine2D map = Affine2D.Scaling(0.6 + random.NextDouble(), 1)
            .Then(Affine2D.Similarity(scale, random.NextDouble() * 7, random.Next(-30, 60), random.Next(-30, 60)));
        EdgeMode outside = random.Next(2) == 0 ? EdgeMode.Replicate : EdgeMode.Zero;

        using var actual = new ImageBuffer(9, 7);
        AreaSampler.Sample(source.View, map, Plain, premultiplied: false, actual, outside);
        for (int y = 0; y < 7; y++)
        {
            for (int x = 0; x < 9; x++)
                TestBuffers.AssertClose(FilterReference.Sample(source, map, outside, x, y), actual.Row(y)[x], 1e-5, $"seed {seed} ({x}, {y})");
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(EdgeMode.Zero)]
    [InlineData(EdgeMode.Replicate)]
    public void A_picture_higher_than_its_image_matches_the_filter_beyond_it_too(EdgeMode outside)
    {
        using HostImage source = new HostImage(80, 40, SampleFormat.Float32, PixelLayout.Rgba, RowOrder.BottomUp).Randomise(8);
        foreach (double above in (double[])[0, -17.3])
        {
            Affine2D map = Affine2D.Scaling(80.0 / 24, 80.0 / 24).Then(Affine2D.Translation(0, above));
            using var actual = new ImageBuffer(24, 24);
            AreaSampler.Sample(source.View, map, Plain, premultiplied: false, actual, outside);
            for (int y = 0; y < 24; y++)
            {
                for (int x = 0; x < 24; x++)
                    TestBuffers.AssertClose(FilterReference.Sample(source, map, outside, x, y), actual.Row(y)[x], 1e-5, $"({x}, {y})");
            }
        }
    }

    [Fact]
    public void Pixels_that_are_whole_numbers_of_an_images_are_the_means_of_those() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        using HostImage source = new HostImage(
            random.Next(1, 90), random.Next(1, 60), format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed);
        int n = random.Next(3, 13), m = random.Next(3, 13);
        var map = new Affine2D(random.Next(2) == 0 ? n : -n, 0, n * random.Next(-3, 12), 0, random.Next(2) == 0 ? m : -m, m * random.Next(-3, 12));
        EdgeMode outside = random.Next(2) == 0 ? EdgeMode.Replicate : EdgeMode.Zero;

        using var actual = new ImageBuffer(9, 7);
        AreaSampler.Sample(source.View, map, Plain, premultiplied: false, actual, outside);
        float[] planar = new float[3 * 9 * 7];
        AreaSampler.SampleTensor(source.View, map, Plain, premultiplied: false, TensorFormat.UnitRgb with { ClampToUnit = false }, 9, 7, planar, outside);
        for (int y = 0; y < 7; y++)
        {
            for (int x = 0; x < 9; x++)
            {
                TestBuffers.AssertClose(Mean(source, map, outside, x, y), actual.Row(y)[x], 1e-5, $"seed {seed} ({x}, {y})");
                Assert.Equal(actual.Row(y)[x].Y, planar[(9 * 7) + (9 * y) + x]);
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_identity_gives_the_very_pixels()
    {
        using HostImage source = new HostImage(20, 15, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1);
        using var actual = new ImageBuffer(20, 15);
        AreaSampler.Sample(source.View, Affine2D.Identity, Plain, premultiplied: false, actual);
        for (int i = 0; i < actual.Length; i++)
            Assert.Equal(source.Vector(i % 20, i / 20), actual.Pixels[i]);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.7)]
    [InlineData(2.9)]
    [InlineData(3.1)]
    [InlineData(12.5)]
    public void A_constant_stays_constant_and_a_ramp_keeps_its_place(double scale)
    {
        using var source = new HostImage(400, 300, SampleFormat.Float32, PixelLayout.Rgba, RowOrder.BottomUp);
        for (int y = 0; y < 300; y++)
        {
            for (int x = 0; x < 400; x++)
            {
                source.SetSample(x, y, 0, 0.7);
                source.SetSample(x, y, 1, (x + 0.5) / 400);
                source.SetSample(x, y, 2, (y + 0.5) / 400);
            }
        }

        var map = Affine2D.Similarity(scale, 0.4, 180, 130);
        using var actual = new ImageBuffer(6, 6);
        AreaSampler.Sample(source.View, map, Plain, premultiplied: false, actual);
        for (int y = 0; y < 6; y++)
        {
            for (int x = 0; x < 6; x++)
            {
                (double sx, double sy) = map.Apply(x + 0.5, y + 0.5);
                Assert.Equal(0.7f, actual.Row(y)[x].X, 1e-6f);
                TestBuffers.AssertClose(new Vector4(0.7f, (float)(sx / 400), (float)(sy / 400), 0), actual.Row(y)[x], 0.02 * Math.Max(1, scale) / 400, $"({x}, {y})");
            }
        }
    }

    [Theory]
    [InlineData(1.6)]
    [InlineData(2.4)]
    [InlineData(2.83)]
    [InlineData(2.85)]
    [InlineData(3.0)]
    [InlineData(5.3)]
    [InlineData(9.7)]
    public void Reductions_do_not_alias(double scale)
    {
        // Stripes from one and a half times the reduced Nyquist frequency up to the finest there are.
        using var source = new HostImage(128, 128, SampleFormat.Float32, PixelLayout.Rgba);
        int size = (int)(80 / scale);
        using var actual = new ImageBuffer(size, size);
        for (double frequency = 0.75 / scale; frequency <= 0.5; frequency += 0.02)
        {
            for (int y = 0; y < 128; y++)
            {
                for (int x = 0; x < 128; x++)
                {
                    source.SetSample(x, y, 0, Math.Cos(2 * Math.PI * frequency * x));
                    source.SetSample(x, y, 1, Math.Cos(2 * Math.PI * frequency * y));
                    source.SetSample(x, y, 2, Math.Cos(Math.PI * (x + y)));
                }
            }

            AreaSampler.Sample(source.View, Affine2D.Similarity(scale, 0, 20, 20), Plain, premultiplied: false, actual);
            foreach (Vector4 pixel in actual.Pixels)
            {
                Assert.InRange(pixel.X, -0.31f, 0.31f);
                Assert.InRange(pixel.Y, -0.31f, 0.31f);
                Assert.InRange(pixel.Z, -0.06f, 0.06f);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(11)]
    public void Whole_cells_keep_a_third_of_what_is_finer_than_they_are(int cell)
    {
        using var source = new HostImage(16 * cell, 2, SampleFormat.Float32, PixelLayout.Rgba);
        using var actual = new ImageBuffer(16, 1);
        for (double frequency = 0.75 / cell; frequency <= 0.5; frequency += 0.01)
        {
            for (int x = 0; x < source.View.Width; x++)
            {
                source.SetSample(x, 0, 0, Math.Cos(2 * Math.PI * frequency * x));
                source.SetSample(x, 1, 0, Math.Cos(2 * Math.PI * frequency * x));
            }

            AreaSampler.Sample(source.View, Affine2D.Scaling(cell, cell), Plain, premultiplied: false, actual);
            foreach (Vector4 pixel in actual.Pixels)
                Assert.InRange(pixel.X, -0.3334f, 0.3334f);
        }
    }

    [Fact]
    public void A_tensor_holds_the_same_values_in_its_own_terms()
    {
        using HostImage source = new HostImage(30, 20, SampleFormat.UInt16, PixelLayout.Bgra).Randomise(3);
        var map = Affine2D.Similarity(1.3, 0.2, -4, 2);
        var scene = new NetworkSpace(TransferCurve.SceneLinear, HighlightRollOff: true);
        var format = new TensorFormat(ChannelOrder.Bgr, new Vector3(2, 3, 4), new Vector3(-1, 0.5f, 7), ClampToUnit: true);
        float[] planar = new float[3 * 11 * 13];
        using var image = new ImageBuffer(13, 11);
        AreaSampler.SampleTensor(source.View, map, scene, premultiplied: true, format, 13, 11, planar, EdgeMode.Zero);
        AreaSampler.Sample(source.View, map, scene, premultiplied: true, image, EdgeMode.Zero);
        for (int i = 0; i < image.Length; i++)
        {
            Vector4 pixel = Vector4.Clamp(image.Pixels[i], Vector4.Zero, Vector4.One);
            Assert.Equal((pixel.Z * 2) - 1, planar[i], 1e-6f);
            Assert.Equal((pixel.Y * 3) + 0.5f, planar[image.Length + i], 1e-6f);
            Assert.Equal((pixel.X * 4) + 7, planar[(2 * image.Length) + i], 1e-6f);
        }
    }

    [Fact]
    public void Normalised_formats_subtract_the_mean_and_divide_by_the_deviation()
    {
        var format = TensorFormat.Normalised(ChannelOrder.Rgb, new Vector3(0.5f, 0.4f, 0.3f), new Vector3(0.25f, 0.5f, 0.1f));
        using var source = new HostImage(1, 1, SampleFormat.Float32, PixelLayout.Rgb);
        for (int c = 0; c < 3; c++)
            source.SetSample(0, 0, c, 0.75);
        float[] planar = new float[3];
        AreaSampler.SampleTensor(source.View, Affine2D.Identity, Plain, premultiplied: false, format, 1, 1, planar);
        Assert.Equal(1f, planar[0], 1e-5f);
        Assert.Equal(0.7f, planar[1], 1e-5f);
        Assert.Equal(4.5f, planar[2], 1e-5f);
    }

    [Fact]
    public void Letterboxing_is_black_outside_and_whole_inside()
    {
        using var source = new HostImage(40, 20, SampleFormat.UInt8, PixelLayout.Rgb);
        source.Bytes.Fill(255);
        float[] planar = new float[3 * 40 * 40];
        AreaSampler.SampleTensor(
            source.View, Affine2D.Translation(0, -10), Plain, premultiplied: false, TensorFormat.UnitRgb, 40, 40, planar, EdgeMode.Zero);
        for (int y = 0; y < 40; y++)
            Assert.All(planar[(y * 40)..((y * 40) + 40)], value => Assert.Equal(y is >= 10 and < 30 ? 1f : 0f, value, 1e-6f));
    }

    [Fact]
    public void Singular_huge_and_distant_maps_give_finite_pixels_of_the_image()
    {
        using HostImage source = new HostImage(8, 6, SampleFormat.Float32, PixelLayout.Rgba).Randomise(4);
        source.SetSample(3, 3, 0, double.NaN);
        using var actual = new ImageBuffer(5, 5);
        foreach (Affine2D map in (Affine2D[])
        [
            new(0, 0, 4.5, 0, 0, 2.5), new(1, 2, 0, 2, 4, 0), Affine2D.Scaling(1e12, 1e12), Affine2D.Translation(1e300, -1e300),
            Affine2D.Scaling(double.MaxValue, double.MaxValue), Affine2D.Scaling(1e-300, 1e-300), Affine2D.Scaling(5e7, 0.01),
        ])
        {
            foreach (EdgeMode outside in Enum.GetValues<EdgeMode>())
            {
                AreaSampler.Sample(source.View, map, Plain, premultiplied: false, actual, outside);
                foreach (Vector4 pixel in actual.Pixels)
                    Assert.InRange(pixel.X + pixel.Y + pixel.Z + pixel.W, -1f, 5f);
            }
        }

        AreaSampler.Sample(source.View, new Affine2D(0, 0, 4.5, 0, 0, 2.5), Plain, premultiplied: false, actual);
        TestBuffers.AssertClose(source.Vector(4, 2), actual.Row(3)[2], 1e-6, "a point");
        Assert.Throws<ArgumentException>(() => AreaSampler.Sample(source.View, new Affine2D(double.NaN, 0, 0, 0, 1, 0), Plain, premultiplied: false, actual));
    }

    [Fact]
    public void Empty_sources_and_destinations_are_fine_and_wrong_tensors_are_not()
    {
        using ImageBuffer actual = TestBuffers.Random(3, 3, 5);
        AreaSampler.Sample(default, Affine2D.Identity, Plain, premultiplied: false, actual);
        Assert.True(actual.Pixels.IndexOfAnyExcept(Vector4.Zero) < 0);
        using var none = new ImageBuffer(0, 0);
        AreaSampler.Sample(actual.AsView(), Affine2D.Identity, Plain, premultiplied: false, none);
        Assert.Throws<ArgumentException>(() => AreaSampler.SampleTensor(
            actual.AsView(), Affine2D.Identity, Plain, premultiplied: false, TensorFormat.UnitRgb, 3, 3, new float[26]));
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(5.0)]
    public void Threads_change_nothing(double scale)
    {
        using HostImage source = new HostImage(200, 150, SampleFormat.Float16, PixelLayout.Rgba).Randomise(6);
        using var actual = new ImageBuffer(40, 40);
        Threads.AssertSameBits<Vector4>(() =>
        {
            AreaSampler.Sample(source.View, Affine2D.Similarity(scale, 0.3, 10, -5), Plain, premultiplied: true, actual);
            return actual.Pixels;
        });
    }

    [Fact]
    public void A_crop_of_the_frame_samples_like_the_frame()
    {
        // What lies far from the footprint must not matter: no bit may depend on the region that was read.
        using HostImage source = new HostImage(120, 90, SampleFormat.Float32, PixelLayout.Rgba).Randomise(7);
        var map = Affine2D.Similarity(4.2, 0.5, 20, 10);
        using var whole = new ImageBuffer(14, 12);
        using var part = new ImageBuffer(4, 3);
        AreaSampler.Sample(source.View, map, Plain, premultiplied: false, whole);
        AreaSampler.Sample(source.View, Affine2D.Translation(5, 6).Then(map), Plain, premultiplied: false, part);
        for (int y = 0; y < 3; y++)
        {
            for (int x = 0; x < 4; x++)
                TestBuffers.AssertClose(whole.Row(y + 6)[x + 5], part.Row(y)[x], 1e-6, $"({x}, {y})");
        }
    }

    // Of the pixels that a destination pixel covers, in double precision.
    private static Vector4 Mean(HostImage source, Affine2D map, EdgeMode outside, int x, int y)
    {
        (double x1, double y1) = map.Apply(x, y);
        (double x2, double y2) = map.Apply(x + 1, y + 1);
        double[] sum = new double[4];
        double share = 1 / Math.Abs((x2 - x1) * (y2 - y1));
        for (int py = (int)Math.Min(y1, y2); py < (int)Math.Max(y1, y2); py++)
        {
            for (int px = (int)Math.Min(x1, x2); px < (int)Math.Max(x1, x2); px++)
                FilterReference.Add(sum, FilterReference.Pixel(source, px, py, outside), share);
        }

        return new Vector4((float)sum[0], (float)sum[1], (float)sum[2], (float)sum[3]);
    }
}
