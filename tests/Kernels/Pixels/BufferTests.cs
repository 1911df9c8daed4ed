using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Pixels;

public class BufferTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 7)]
    [InlineData(1, 1)]
    [InlineData(33, 17)]
    [InlineData(1000, 300)]
    public unsafe void New_memory_is_aligned_cleared_and_not_shared(int width, int height)
    {
        for (int repeat = 0; repeat < 3; repeat++)
        {
            using var image = new ImageBuffer(width, height);
            using var plane = new Plane(width, height);
            Assert.Equal(0, (nint)image.Pointer % 64);
            Assert.Equal(0, (nint)plane.Pointer % 64);
            Assert.True(image.Pixels.IndexOfAnyExcept(Vector4.Zero) < 0);
            Assert.True(plane.Values.IndexOfAnyExcept(0f) < 0);
            image.Fill(new Vector4(1, 2, 3, 4));
            plane.Fill(5);
            using ImageBuffer copy = image.Clone();
            using Plane planeCopy = plane.Clone();
            image.Fill(Vector4.Zero);
            plane.Fill(0);
            Assert.True(copy.Pixels.IndexOfAnyExcept(new Vector4(1, 2, 3, 4)) < 0);
            Assert.True(planeCopy.Values.IndexOfAnyExcept(5f) < 0);
        }
    }

    [Fact]
    public void A_crop_is_a_copy_of_the_part_alone()
    {
        using var plane = new Plane(7, 5);
        for (int i = 0; i < plane.Length; i++)
            plane.Values[i] = i;
        using Plane part = plane.Crop(new RectI(2, 1, 6, 4));
        plane.Fill(-1);
        Assert.Equal(RectI.FromSize(4, 3), part.Bounds);
        for (int y = 0; y < part.Height; y++)
        {
            for (int x = 0; x < part.Width; x++)
                Assert.Equal((7 * (1 + y)) + 2 + x, part.Row(y)[x]);
        }

        using var image = new ImageBuffer(3, 2);
        image.Pixels[5] = new Vector4(1, 2, 3, 4);
        using ImageBuffer corner = image.Crop(new RectI(2, 1, 3, 2));
        Assert.Equal([new Vector4(1, 2, 3, 4)], corner.Pixels.ToArray());
        using ImageBuffer nothing = image.Crop(RectI.Empty);
        Assert.Equal(0, nothing.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Crop(new RectI(1, 0, 4, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Crop(new RectI(0, -1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Crop(new RectI(-1, 0, 1, 1)));
    }

    [Fact]
    public void Memory_is_reused_and_trimmed()
    {
        nint first;
        using (ImageBuffer image = ImageBuffer.Uninitialized(4001, 13))
            first = image.AsView().TopLeft;
        using (ImageBuffer image = ImageBuffer.Uninitialized(4001, 13))
            Assert.NotEqual(0, first + image.AsView().TopLeft);

        Assert.True(BufferPool.RetainedBytes > 0);
        BufferPool.Trim();
        using var after = new ImageBuffer(64, 64);
        Assert.True(BufferPool.LentBytes >= 64 * 64 * 16);
    }

    [Fact]
    public void A_disposed_buffer_says_so_and_may_be_disposed_twice()
    {
        var image = new ImageBuffer(4, 4);
        var plane = new Plane(4, 4);
        image.Dispose();
        plane.Dispose();
        image.Dispose();
        plane.Dispose();
        Assert.Throws<ObjectDisposedException>(() => image.Row(0)[0]);
        Assert.Throws<ObjectDisposedException>(() => plane.Row(0)[0]);
    }

    [Fact]
    public void Impossible_sizes_and_rows_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageBuffer(-1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Plane(1 << 20, 1 << 20));
        using var image = new ImageBuffer(4, 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Row(4)[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Row(-1)[0]);
    }

    [Fact]
    public void Views_address_their_rows_and_crop_to_their_bounds()
    {
        var view = new PixelView(1000, -64, 10, 5, SampleFormat.UInt8, PixelLayout.Rgba);
        Assert.Equal(4, view.BytesPerPixel);
        Assert.Equal(1000 - (3 * 64), view.RowAddress(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => view.RowAddress(5));

        PixelView part = view.Crop(new RectI(-3, 2, 4, 99));
        Assert.Equal(RectI.FromSize(4, 3), part.Bounds);
        Assert.Equal(1000 - (2 * 64), part.TopLeft);
        Assert.True(view.Crop(new RectI(10, 0, 12, 5)).IsEmpty);

        Assert.Throws<ArgumentException>(() => new PixelView(0, 64, 10, 5, SampleFormat.UInt8, PixelLayout.Rgba));
        Assert.Throws<ArgumentException>(() => new PixelView(1000, 39, 10, 5, SampleFormat.UInt8, PixelLayout.Rgba));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PixelView(1000, 64, -1, 5, SampleFormat.UInt8, PixelLayout.Rgba));
    }

    [Fact]
    public void A_part_is_put_where_it_belongs_and_nowhere_else()
    {
        using Plane whole = new(5, 4), part = new(2, 3);
        part.Values.Fill(1);
        whole.Put(part, new RectI(3, 1, 5, 4));
        for (int y = 0; y < whole.Height; y++)
        {
            for (int x = 0; x < whole.Width; x++)
                Assert.Equal(x >= 3 && y >= 1 ? 1 : 0, whole.Row(y)[x]);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Put(part, new RectI(4, 1, 6, 4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Put(part, new RectI(0, 0, 2, 2)));
    }
}
