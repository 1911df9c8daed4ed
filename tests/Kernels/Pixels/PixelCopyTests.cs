using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;

namespace FaceFusion.Kernels.Tests.Pixels;

public class PixelCopyTests
{
    public static TheoryData<SampleFormat, PixelLayout> Kinds
    {
        get
        {
            var data = new TheoryData<SampleFormat, PixelLayout>();
            foreach ((SampleFormat format, PixelLayout layout) in HostImage.AllKinds())
                data.Add(format, layout);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_kind_is_copied_bit_for_bit_whatever_the_rows(SampleFormat format, PixelLayout layout)
    {
        foreach (RowOrder from in Enum.GetValues<RowOrder>())
        {
            foreach (RowOrder to in Enum.GetValues<RowOrder>())
            {
                using var source = new HostImage(37, 11, format, layout, from, atEnd: false);
                using var destination = new HostImage(37, 11, format, layout, to);
                new Random(1).NextBytes(source.Bytes);
                PixelCopy.Copy(source.View, destination.View);
                for (int y = 0; y < 11; y++)
                    Assert.True(source.View.RowSpan(y).SequenceEqual(destination.View.RowSpan(y)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_converts_to_every_other_as_documented(SampleFormat format, PixelLayout layout)
    {
        using HostImage source = new HostImage(19, 3, format, layout, RowOrder.BottomUpPadded).Randomise(2, most: 1.3);
        foreach ((SampleFormat toFormat, PixelLayout toLayout) in HostImage.AllKinds())
        {
            using var destination = new HostImage(19, 3, toFormat, toLayout, RowOrder.Padded);
            PixelCopy.Copy(source.View, destination.View);
            double full = toFormat switch { SampleFormat.UInt8 => 255, SampleFormat.UInt16 => 65535, _ => 0 };
            for (int y = 0; y < 3; y++)
            {
                for (int x = 0; x < 19; x++)
                {
                    (double r, double g, double b, double a) = source.Rgba(x, y);
                    double[] stored = toLayout switch
                    {
                        PixelLayout.Rgba => [r, g, b, a],
                        PixelLayout.Bgra => [b, g, r, a],
                        PixelLayout.Rgb => [r, g, b],
                        _ => [a],
                    };
                    for (int c = 0; c < stored.Length; c++)
                    {
                        double clamped = full > 0 ? Math.Clamp(stored[c], 0, 1) : stored[c];
                        double bound = full > 0 ? 0.5001 / full : toFormat == SampleFormat.Float16 ? 0.0005 : 1e-7;
                        Assert.InRange(destination.Sample(x, y, c), clamped - bound, clamped + bound);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_copy_in_the_background_is_the_same_copy_and_stays_within_its_image()
    {
        foreach ((SampleFormat format, PixelLayout layout) in HostImage.AllKinds())
        {
            foreach ((SampleFormat toFormat, PixelLayout toLayout) in ((SampleFormat, PixelLayout)[])[(format, layout), (SampleFormat.Float16, PixelLayout.Bgra)])
            {
                using HostImage source = new HostImage(37, 211, format, layout, RowOrder.BottomUpPadded, atEnd: true).Randomise(7, most: 1.3);
                using var expected = new HostImage(37, 211, toFormat, toLayout, RowOrder.Padded);
                using var actual = new HostImage(37, 211, toFormat, toLayout, RowOrder.Padded);
                PixelCopy.Copy(source.View, expected.View);
                using PendingLoop copy = PixelCopy.Begin(source.View, actual.View);
                copy.Finish();
                Assert.True(expected.Bytes.SequenceEqual(actual.Bytes), $"{format} {layout} to {toFormat} {toLayout}");
            }
        }
    }

    [Fact]
    public void Every_integer_survives_the_way_through_floats_and_full_scale_is_one()
    {
        using var bytes = new HostImage(256, 1, SampleFormat.UInt8, PixelLayout.Alpha);
        using var words = new HostImage(65536, 1, SampleFormat.UInt16, PixelLayout.Alpha);
        for (int i = 0; i < 256; i++)
            bytes.Bytes[i] = (byte)i;
        for (int i = 0; i < 65536; i++)
            words.SetSample(i, 0, 0, i / 65535.0);

        foreach (HostImage image in (HostImage[])[bytes, words])
        {
            using var floats = new HostImage(image.View.Width, 1, SampleFormat.Float32, PixelLayout.Rgba);
            using var back = new HostImage(image.View.Width, 1, image.View.Format, PixelLayout.Alpha);
            PixelCopy.Copy(image.View, floats.View);
            PixelCopy.Copy(floats.View, back.View);
            Assert.True(back.Bytes.SequenceEqual(image.Bytes));
            Assert.Equal(1.0, floats.Sample(image.View.Width - 1, 0, 0));
            for (int x = 0; x < image.View.Width; x++)
                Assert.Equal(image.Sample(x, 0, 0), floats.Sample(x, 0, 0), 1.2e-7);
        }
    }

    [Fact]
    public unsafe void Every_half_reads_exactly_and_floats_round_to_the_nearest_even_half()
    {
        using var halves = new HostImage(65536, 1, SampleFormat.Float16, PixelLayout.Alpha);
        using var floats = new HostImage(65536, 1, SampleFormat.Float32, PixelLayout.Alpha);
        for (int i = 0; i < 65536; i++)
            ((ushort*)halves.View.TopLeft)[i] = (ushort)i;
        PixelCopy.Copy(halves.View, floats.View);
        for (int i = 0; i < 65536; i++)
        {
            float expected = (float)BitConverter.UInt16BitsToHalf((ushort)i);
            float actual = ((float*)floats.View.TopLeft)[i];
            Assert.True(float.IsNaN(expected) ? float.IsNaN(actual) : BitConverter.SingleToUInt32Bits(expected) == BitConverter.SingleToUInt32Bits(actual), $"half {i:x4}");
        }

        var random = new Random(3);
        for (int i = 0; i < 65536; i++)
        {
            // Random bits, and values next to the middle between two halves.
            float value = i % 2 == 0
                ? BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32))
                : (float)BitConverter.UInt16BitsToHalf((ushort)random.Next(65536)) * (1 + (random.Next(-2, 3) / 4096f));
            ((float*)floats.View.TopLeft)[i] = value;
        }

        PixelCopy.Copy(floats.View, halves.View);
        for (int i = 0; i < 65536; i++)
        {
            float value = ((float*)floats.View.TopLeft)[i];
            ushort actual = ((ushort*)halves.View.TopLeft)[i];
            ushort expected = BitConverter.HalfToUInt16Bits((Half)value);
            Assert.True(float.IsNaN(value) ? Half.IsNaN(BitConverter.UInt16BitsToHalf(actual)) : actual == expected, $"{value:r} gave {actual:x4}, not {expected:x4}");
        }
    }

    [Fact]
    public void Integers_take_nonsense_as_the_nearest_sense()
    {
        using var floats = new HostImage(2, 1, SampleFormat.Float32, PixelLayout.Rgba);
        float[] odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -3, 1e30f, 0.5f, 2, -0f];
        for (int i = 0; i < 8; i++)
            floats.SetSample(i / 4, 0, i % 4, odd[i]);
        using var bytes = new HostImage(2, 1, SampleFormat.UInt8, PixelLayout.Rgba);
        PixelCopy.Copy(floats.View, bytes.View);
        Assert.Equal([0, 255, 0, 0, 255, 128, 255, 0], bytes.Bytes.ToArray());
    }

    [Fact]
    public void Different_sizes_are_refused_and_no_pixels_are_fine()
    {
        using var a = new HostImage(2, 1, SampleFormat.UInt8, PixelLayout.Rgba);
        using var b = new HostImage(1, 2, SampleFormat.UInt8, PixelLayout.Rgba);
        Assert.Throws<ArgumentException>(() => PixelCopy.Copy(a.View, b.View));
        Assert.Throws<ArgumentException>(() => PixelCopy.Begin(a.View, b.View));
        PixelCopy.Copy(default, default);
        PixelCopy.Begin(default, default).Finish();
    }

    [Fact]
    public void Threads_change_nothing()
    {
        using HostImage source = new HostImage(61, 90, SampleFormat.Float16, PixelLayout.Bgra).Randomise(4);
        using var destination = new HostImage(61, 90, SampleFormat.UInt16, PixelLayout.Rgb);
        Threads.AssertSameBits<byte>(() =>
        {
            destination.Bytes.Clear();
            PixelCopy.Copy(source.View, destination.View);
            return destination.Bytes;
        });
    }

    [Fact]
    public void A_buffers_view_is_its_memory()
    {
        using ImageBuffer image = TestBuffers.Random(5, 4, 5);
        using var copy = new ImageBuffer(5, 4);
        PixelCopy.Copy(image.AsView(), copy.AsView());
        Assert.True(image.Pixels.SequenceEqual(copy.Pixels));
        Assert.NotEqual(Vector4.Zero, copy.Row(3)[4]);
    }
}
