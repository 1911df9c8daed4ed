using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Pixels;

public class PixelReaderTests
{
    private static readonly NetworkSpace Plain = NetworkSpace.Working;
    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    [Fact]
    public void Any_region_of_any_image_reads_as_the_nearest_pixels() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        using HostImage source = new HostImage(
            random.Next(1, 12), random.Next(1, 9), format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed, most: 2);
        int x = random.Next(-15, 15);
        int y = random.Next(-12, 12);
        var region = new RectI(x, y, x + random.Next(0, 20), y + random.Next(0, 16));
        bool premultiplied = random.Next(2) == 0;
        NetworkSpace space = random.Next(2) == 0 ? Plain : Scene;

        using var actual = new ImageBuffer(region.Width, region.Height);
        PixelReader.Read(source.View, region, space, premultiplied, actual);
        for (int row = 0; row < region.Height; row++)
        {
            for (int column = 0; column < region.Width; column++)
            {
                Vector4 stored = source.Vector(
                    Math.Clamp(region.X1 + column, 0, source.View.Width - 1), Math.Clamp(region.Y1 + row, 0, source.View.Height - 1));
                TestBuffers.AssertClose(Straight(stored, premultiplied, space), actual.Row(row)[column], 3e-5 * (1 + MathF.Abs(stored.X)), $"{region} {format} {layout} ({column}, {row})");
            }
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bad_pixel_stays_alone_and_becomes_finite()
    {
        using HostImage source = new HostImage(7, 5, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1);
        using var clean = new ImageBuffer(7, 5);
        PixelReader.Read(source.View, source.View.Bounds, Scene, premultiplied: true, clean);
        foreach (float bad in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.Epsilon])
        {
            for (int channel = 0; channel < 4; channel++)
            {
                double before = source.Sample(3, 2, channel);
                source.SetSample(3, 2, channel, bad);
                using var dirty = new ImageBuffer(7, 5);
                PixelReader.Read(source.View, source.View.Bounds, Scene, premultiplied: true, dirty);
                Vector4 pixel = dirty.Row(2)[3];
                Assert.True(float.IsFinite(pixel.X + pixel.Y + pixel.Z + pixel.W), $"{bad} in {channel} gave {pixel}");
                dirty.Row(2)[3] = clean.Row(2)[3];
                Assert.True(dirty.Pixels.SequenceEqual(clean.Pixels));
                source.SetSample(3, 2, channel, before);
            }
        }
    }

    [Fact]
    public void A_matte_is_alpha_clamped_and_zero_outside()
    {
        using var source = new HostImage(3, 1, SampleFormat.Float32, PixelLayout.Rgba);
        source.SetSample(0, 0, 3, 0.25);
        source.SetSample(1, 0, 3, 7);
        source.SetSample(2, 0, 3, double.NaN);
        using var matte = new Plane(5, 3);
        matte.Fill(9);
        PixelReader.ReadMatte(source.View, new RectI(-1, -1, 4, 2), MatteChannel.Alpha, matte);
        Assert.Equal([0, 0.25f, 1, 0, 0], matte.Row(1).ToArray());
        Assert.True(matte.Row(0).IndexOfAnyExcept(0f) < 0);
        Assert.True(matte.Row(2).IndexOfAnyExcept(0f) < 0);

        using var grey = new HostImage(1, 1, SampleFormat.Float32, PixelLayout.Rgb);
        grey.SetSample(0, 0, 0, 0.3);
        grey.SetSample(0, 0, 1, 0.6);
        using var one = new Plane(1, 1);
        PixelReader.ReadMatte(grey.View, grey.View.Bounds, MatteChannel.Alpha, one);
        Assert.Equal(0.3f, one.Row(0)[0], 1e-6);
    }

    [Fact]
    public void A_mattes_channel_is_the_one_asked_for_in_every_layout()
    {
        foreach ((SampleFormat format, PixelLayout layout) in HostImage.AllKinds())
        {
            using HostImage source = new HostImage(3, 1, format, layout, RowOrder.BottomUp).Randomise(7);
            using var matte = new Plane(3, 1);
            foreach (MatteChannel channel in Enum.GetValues<MatteChannel>())
            {
                PixelReader.ReadMatte(source.View, source.View.Bounds, channel, matte);
                for (int x = 0; x < 3; x++)
                {
                    (double r, double g, double b, double a) = source.Rgba(x, 0);
                    double expected = channel switch
                    {
                        _ when layout == PixelLayout.Alpha => a,
                        MatteChannel.Luminance => (0.2126 * r) + (0.7152 * g) + (0.0722 * b),
                        MatteChannel.Red => r,
                        MatteChannel.Green => g,
                        MatteChannel.Blue => b,
                        _ => layout == PixelLayout.Rgb ? (r + g + b) / 3 : a,
                    };
                    Assert.Equal(Math.Clamp(expected, 0, 1), matte.Row(0)[x], 1e-6);
                }
            }
        }
    }

    [Fact]
    public void The_luminance_of_a_grey_is_the_grey_and_of_rubbish_nothing()
    {
        using var source = new HostImage(4, 1, SampleFormat.Float32, PixelLayout.Rgba);
        double[] greys = [1, 0.3f, double.NaN, double.NegativeInfinity];
        for (int x = 0; x < greys.Length; x++)
        {
            for (int c = 0; c < 3; c++)
                source.SetSample(x, 0, c, greys[x]);
        }

        using var matte = new Plane(4, 1);
        PixelReader.ReadMatte(source.View, source.View.Bounds, MatteChannel.Luminance, matte);
        Assert.Equal([1, 0.3f, 0, 0], matte.Row(0).ToArray());
    }

    [Fact]
    public void No_pixels_read_as_black_and_wrong_sizes_are_refused()
    {
        using ImageBuffer destination = TestBuffers.Random(2, 2, 1);
        PixelReader.Read(default, new RectI(0, 0, 2, 2), Plain, premultiplied: false, destination);
        Assert.True(destination.Pixels.IndexOfAnyExcept(Vector4.Zero) < 0);
        Assert.Throws<ArgumentException>(() => PixelReader.Read(default, new RectI(0, 0, 3, 2), Plain, premultiplied: false, destination));
    }

    [Theory]
    [InlineData(SampleFormat.UInt8)]
    [InlineData(SampleFormat.UInt16)]
    [InlineData(SampleFormat.Float16)]
    [InlineData(SampleFormat.Float32)]
    public void What_was_read_is_written_back(SampleFormat format)
    {
        using HostImage source = new HostImage(9, 6, format, PixelLayout.Bgra, RowOrder.BottomUp).Randomise(6, opaque: true);
        using HostImage back = new HostImage(9, 6, format, PixelLayout.Bgra, RowOrder.Padded).Randomise(7);
        var region = new RectI(-2, 1, 5, 9);
        using var image = new ImageBuffer(region.Width, region.Height);
        PixelReader.Read(source.View, region, Scene, premultiplied: true, image);
        PixelWriter.Write(image, region, Scene, premultiplied: true, back.View);

        double bound = format switch { SampleFormat.UInt8 or SampleFormat.UInt16 => 0, SampleFormat.Float16 => 1e-3, _ => 1e-5 };
        RectI written = region.Intersect(source.View.Bounds);
        for (int y = written.Y1; y < written.Y2; y++)
        {
            for (int x = written.X1; x < written.X2; x++)
            {
                for (int c = 0; c < 4; c++)
                    Assert.Equal(source.Sample(x, y, c), back.Sample(x, y, c), bound);
            }
        }

        using HostImage untouched = new HostImage(9, 6, format, PixelLayout.Bgra, RowOrder.Padded).Randomise(7);
        Assert.Equal(untouched.Rgba(8, 5), back.Rgba(8, 5));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using HostImage source = new HostImage(50, 70, SampleFormat.UInt8, PixelLayout.Rgba).Randomise(8);
        using var image = new ImageBuffer(60, 80);
        Threads.AssertSameBits<Vector4>(() =>
        {
            PixelReader.Read(source.View, new RectI(-5, -5, 55, 75), Scene, premultiplied: true, image);
            return image.Pixels;
        });
    }

    private static Vector4 Straight(Vector4 stored, bool premultiplied, NetworkSpace space)
    {
        if (premultiplied)
            stored = stored.W > 0 ? new Vector4(stored.AsVector3() / stored.W, stored.W) : Vector4.Zero;
        return space.Encode(stored);
    }
}
