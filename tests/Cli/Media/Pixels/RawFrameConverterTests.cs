using FaceFusion.Cli.Media.Pixels;
using FaceFusion.Cli.Rendering;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Cli.Tests.Media.Pixels;

public class RawFrameConverterTests
{
    private static readonly string[] Layouts =
    [
        "rgb24", "rgba", "bgra", "argb", "abgr", "gbrp", "gbrap", "rgb48be", "rgba64le", "bgra64be", "gbrp10le", "gbrp12be",
        "gbrap16be", "gbrpf32le", "gbrapf32be", "gbrpf16le", "rgbaf16be", "gray", "gray16be", "grayf32le",
    ];

    [Fact]
    public void A_raw_frame_survives_the_way_through_a_picture()
    {
        Prop.ForAll(Gen.Elements(Layouts).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (name, width, seed) =>
        {
            RawLayout layout = RawLayout.Get(name);
            int height = 10 - width;
            using NativeBuffer before = Noise(layout, width, height, seed);
            using NativeBuffer after = new(before.Length);
            using FrameBuffer picture = new(width, height, layout.Depth, AlphaMode.Straight);

            RawFrameConverter.Unpack(before, layout, picture);
            RawFrameConverter.Pack(picture, layout, after);

            return before.Slice(0, (int)before.Length).SequenceEqual(after.Slice(0, (int)after.Length));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Planes_and_channel_orders_land_where_they_belong()
    {
        using NativeBuffer raw = new(8);
        ((ReadOnlySpan<byte>)[10, 11, 20, 21, 30, 31, 40, 41]).CopyTo(raw.Slice(0, 8));
        using FrameBuffer picture = new(2, 1, PixelDepth.Byte, AlphaMode.Straight);

        RawFrameConverter.Unpack(raw, RawLayout.Get("gbrap"), picture);

        Assert.Equal([30, 10, 20, 40, 31, 11, 21, 41], picture.Row(0).ToArray());
    }

    [Fact]
    public void Ten_bits_are_spread_over_sixteen()
    {
        using NativeBuffer raw = new(12);
        BitConverter.GetBytes((ushort)1023).CopyTo(raw.Slice(0, 2));
        using FrameBuffer picture = new(2, 1, PixelDepth.Short, AlphaMode.Opaque);

        RawFrameConverter.Unpack(raw, RawLayout.Get("gbrp10le"), picture);

        Assert.Equal([0, 65535, 0, 65535], picture.Row<ushort>(0)[..4].ToArray());
    }

    [Fact]
    public void Halves_widen_and_narrow_without_a_change()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            uint wide = HalfBits.Widen((ushort)bits);
            Assert.Equal((ushort)bits, HalfBits.Narrow(wide));
            Assert.Equal(wide, HalfBits.Round(wide));
        }
    }

    [Theory]
    [InlineData(1.00048828125f, 1f)] // Half way between 1 and the next half: to even.
    [InlineData(1.0004884f, 1.0009766f)]
    [InlineData(65519.99f, 65504f)]
    [InlineData(65520f, float.PositiveInfinity)]
    [InlineData(-0f, -0f)]
    public void Floats_round_to_the_nearest_half(float value, float rounded) =>
        Assert.Equal(BitConverter.SingleToUInt32Bits(rounded), HalfBits.Round(BitConverter.SingleToUInt32Bits(value)));

    private static NativeBuffer Noise(RawLayout layout, int width, int height, int seed)
    {
        NativeBuffer raw = new(layout.FrameBytes(width, height));
        Span<byte> bytes = raw.Slice(0, (int)raw.Length);
        new Random(seed).NextBytes(bytes);
        for (int i = 0; layout.Sample == SampleType.Word && layout.Bits < 16 && i < bytes.Length; i += 2)
            bytes[layout.BigEndian ? i : i + 1] &= (byte)((1 << (layout.Bits - 8)) - 1);

        return raw;
    }
}
