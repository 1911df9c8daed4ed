using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// A non-owning view of an image in memory, in raster order (first row on top). The owner keeps the memory alive and
/// unchanged while the view is used.
/// </summary>
public readonly unsafe struct PixelView : IEquatable<PixelView>
{
    /// <summary>Describes an image.</summary>
    /// <param name="topLeft">Address of the top row's first pixel.</param>
    /// <param name="rowBytes">From one row to the next below it; may be padded, and negative for bottom-up memory.</param>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    /// <param name="format">How a channel is stored.</param>
    /// <param name="layout">Which channels a pixel holds.</param>
    /// <exception cref="ArgumentException">A negative size, no address, or rows that overlap.</exception>
    public PixelView(nint topLeft, nint rowBytes, int width, int height, SampleFormat format, PixelLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        TopLeft = topLeft;
        RowBytes = rowBytes;
        Width = width;
        Height = height;
        Format = format;
        Layout = layout;

        bool hasPixels = width > 0 && height > 0;
        if (hasPixels && topLeft == 0)
            throw new ArgumentException("An image of at least one pixel needs an address.", nameof(topLeft));
        if (hasPixels && height > 1 && Math.Abs((long)rowBytes) < (long)width * BytesPerPixel)
            throw new ArgumentException($"Rows of {width} pixels need {(long)width * BytesPerPixel} bytes, not {rowBytes}.", nameof(rowBytes));
    }

    /// <summary>Address of the top row's first pixel.</summary>
    public nint TopLeft { get; }

    /// <summary>Bytes from one row to the next below it; may be padded, and negative.</summary>
    public nint RowBytes { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>How a channel is stored.</summary>
    public SampleFormat Format { get; }

    /// <summary>Which channels a pixel holds.</summary>
    public PixelLayout Layout { get; }

    /// <summary>Channels of a pixel: 1, 3 or 4.</summary>
    public int Channels => Layout switch { PixelLayout.Alpha => 1, PixelLayout.Rgb => 3, _ => 4 };

    /// <summary>Bytes of a channel: 1, 2 or 4.</summary>
    public int BytesPerSample => Format switch { SampleFormat.UInt8 => 1, SampleFormat.Float32 => 4, _ => 2 };

    /// <summary>Bytes of a pixel.</summary>
    public int BytesPerPixel => Channels * BytesPerSample;

    /// <summary>The rectangle of all pixels, from (0, 0).</summary>
    public RectI Bounds => RectI.FromSize(Width, Height);

    /// <summary>Whether there is no pixel.</summary>
    public bool IsEmpty => Width == 0 || Height == 0;

    /// <summary>Whether the pixels have an alpha channel.</summary>
    public bool HasAlpha => Layout != PixelLayout.Rgb;

    /// <summary>The part inside <paramref name="region"/>, cut to the image; its own (0, 0) is that part's first pixel.</summary>
    /// <param name="region">Pixels of this view.</param>
    public PixelView Crop(RectI region)
    {
        RectI part = region.Intersect(Bounds);
        return part.IsEmpty
            ? new PixelView(0, 0, 0, 0, Format, Layout)
            : new PixelView(PixelAddress(part.X1, part.Y1), RowBytes, part.Width, part.Height, Format, Layout);
    }

    /// <summary>Rows 0, 2, 4 …, as an image of half the height, rounded up.</summary>
    public PixelView EverySecondRow() => new(TopLeft, 2 * RowBytes, Width, (Height + 1) / 2, Format, Layout);

    /// <summary>Address of row <paramref name="y"/>'s first pixel.</summary>
    /// <param name="y">0 ≤ y &lt; Height.</param>
    public nint RowAddress(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return TopLeft + (y * RowBytes);
    }

    /// <summary>The bytes of row <paramref name="y"/>, without its padding.</summary>
    /// <param name="y">0 ≤ y &lt; Height.</param>
    public Span<byte> RowSpan(int y) => new((void*)RowAddress(y), Width * BytesPerPixel);

    /// <summary>Whether both describe the same memory in the same way.</summary>
    /// <param name="other">The other view.</param>
    public bool Equals(PixelView other) =>
        TopLeft == other.TopLeft && RowBytes == other.RowBytes && Width == other.Width && Height == other.Height
        && Format == other.Format && Layout == other.Layout;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PixelView other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TopLeft, RowBytes, Width, Height, Format, Layout);

    /// <summary>Whether both describe the same memory in the same way.</summary>
    /// <param name="left">One view.</param>
    /// <param name="right">The other view.</param>
    public static bool operator ==(PixelView left, PixelView right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">One view.</param>
    /// <param name="right">The other view.</param>
    public static bool operator !=(PixelView left, PixelView right) => !left.Equals(right);

    internal nint PixelAddress(int x, int y) => TopLeft + (y * RowBytes) + (x * BytesPerPixel);
}
