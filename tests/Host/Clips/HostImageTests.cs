using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Host.Tests.Clips;

public sealed unsafe class HostImageTests
{
    [Fact]
    public void The_pixel_at_the_data_address_and_row_bytes_is_the_rows() =>
        Prop.ForAll<byte, byte, (bool TopDown, byte Padding, int Kind)>((width, height, form) =>
        {
            BitDepth depth = (BitDepth)(1 + ((form.Kind & 0x7fffffff) % 4));
            PixelComponents components = (PixelComponents)(1 + ((form.Kind & 0x7fffffff) % 3));
            OfxRectI bounds = Probe.Rectangle(-5, 7, width - 5, height + 7);
            using var image = new HostImage(bounds, depth, components, form.TopDown ? RowOrder.TopDown : RowOrder.BottomUp, form.Padding);
            for (int y = bounds.y1; y < bounds.y2; y++)
                image.Row(y).Fill((byte)y);

            for (int y = bounds.y1; y < bounds.y2 && width > 0; y++)
            {
                var row = (byte*)image.Data + ((long)(y - bounds.y1) * image.RowBytes);
                if (row[0] != (byte)y || row[(width * image.BytesPerPixel) - 1] != (byte)y)
                    return false;
            }

            return image.GuardsIntact && Math.Sign(image.RowBytes) == (image.RowBytes == 0 ? 0 : form.TopDown ? -1 : 1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1)]
    [InlineData(64)]
    public void A_byte_written_out_of_bounds_shows(int offset)
    {
        using var image = new HostImage(Probe.Rectangle(0, 0, 4, 4), BitDepth.Float, PixelComponents.Alpha);
        Assert.True(image.GuardsIntact);
        ((byte*)image.Data)[offset] = 1;
        Assert.False(image.GuardsIntact);
    }

    [Fact]
    public void A_row_beyond_the_bounds_and_a_wrong_type_are_refused()
    {
        using var image = new HostImage(Probe.Rectangle(0, 0, 4, 4), BitDepth.Float, PixelComponents.Rgb);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Row(4).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Row(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Row<byte>(0).Length);
        Assert.Throws<HostException>(() => new HostImage(image.Bounds, BitDepth.None, PixelComponents.Rgb));
        Assert.Throws<HostException>(() => new HostImage(Probe.Rectangle(0, 0, int.MaxValue, 1), BitDepth.Float, PixelComponents.Rgb));
    }

    [Fact]
    public void A_disposed_image_is_not_touched()
    {
        var image = new HostImage(Probe.Rectangle(0, 0, 4, 4), BitDepth.Float, PixelComponents.Rgb);
        image.Dispose();
        image.Dispose();
        Assert.Throws<ObjectDisposedException>(() => image.Row(0).Length);
    }

    [Fact]
    public void Names_of_formats_read_back()
    {
        foreach (BitDepth depth in Enum.GetValues<BitDepth>())
            Assert.Equal(depth, PixelFormat.ParseDepth(depth.OfxName()));
        foreach (PixelComponents components in Enum.GetValues<PixelComponents>())
            Assert.Equal(components, PixelFormat.ParseComponents(components.OfxName()));
        foreach (Premultiplication premultiplication in Enum.GetValues<Premultiplication>())
            Assert.Equal(premultiplication, PixelFormat.ParsePremultiplication(premultiplication.OfxName()));
    }
}
