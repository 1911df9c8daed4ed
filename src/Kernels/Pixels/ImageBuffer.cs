using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// An owned float RGBA image: one <see cref="Vector4"/> a pixel, rows without padding, 64-byte-aligned native memory
/// from <see cref="BufferPool"/>. The owner disposes it; it has no finaliser, because memory reached through a pointer
/// must not be given back behind its user's back.
/// </summary>
public sealed unsafe class ImageBuffer : IDisposable
{
    private nint _memory;

    /// <summary>Makes an image with all channels 0.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or more than 2³¹ − 1 pixels.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public ImageBuffer(int width, int height)
        : this(width, height, clear: true)
    {
    }

    private ImageBuffer(int width, int height, bool clear)
    {
        Length = BufferShape.Count(width, height);
        Width = width;
        Height = height;
        _memory = BufferPool.Rent(Bytes);
        if (clear)
            NativeMemory.Clear((void*)_memory, Bytes);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Pixels.</summary>
    public int Length { get; }

    /// <summary>The rectangle of all pixels, from (0, 0).</summary>
    public RectI Bounds => RectI.FromSize(Width, Height);

    /// <summary>Address of the first pixel; valid until the image is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The image was disposed.</exception>
    public Vector4* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory == 0, this);
            return (Vector4*)_memory;
        }
    }

    /// <summary>All pixels, row after row.</summary>
    public Span<Vector4> Pixels => new(Pointer, Length);

    private nuint Bytes => (nuint)Length * (nuint)sizeof(Vector4);

    /// <summary>Makes an image whose content is undefined: for one that is about to be written whole.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    public static ImageBuffer Uninitialized(int width, int height) => new(width, height, clear: false);

    /// <summary>The pixels of row <paramref name="y"/>.</summary>
    /// <param name="y">0 ≤ y &lt; Height.</param>
    public Span<Vector4> Row(int y) => new(RowPointer(y), Width);

    /// <summary>A view for the operations that take any image.</summary>
    public PixelView AsView() =>
        new((nint)Pointer, (nint)Width * sizeof(Vector4), Width, Height, SampleFormat.Float32, PixelLayout.Rgba);

    /// <summary>A copy of its own memory.</summary>
    public ImageBuffer Clone()
    {
        ImageBuffer copy = Uninitialized(Width, Height);
        Pixels.CopyTo(copy.Pixels);
        return copy;
    }

    /// <summary>Sets every pixel.</summary>
    /// <param name="value">Red, green, blue, alpha.</param>
    public void Fill(Vector4 value) => Pixels.Fill(value);

    /// <summary>Gives the memory back; spans, pointers and views of it must not be used any more.</summary>
    public void Dispose()
    {
        nint taken = Interlocked.Exchange(ref _memory, 0);
        if (taken != 0)
            BufferPool.Return(taken, Bytes);
    }

    internal Vector4* RowPointer(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return Pointer + ((nint)y * Width);
    }
}
