using System.Runtime.InteropServices;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// Owned pixels: rows without padding in 64-byte-aligned native memory from <see cref="BufferPool"/>. The owner
/// disposes them; there is no finaliser, because memory reached through a pointer must not be given back behind its
/// user's back.
/// </summary>
/// <typeparam name="TPixel">One pixel in memory.</typeparam>
public abstract unsafe class PixelBuffer<TPixel> : IDisposable
    where TPixel : unmanaged
{
    private const int PixelsPerPiece = 1 << 14;

    private nint _memory;

    /// <summary>Rents the memory.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    /// <param name="clear">Whether all bits are set to 0; else the content is undefined.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or more than 2³¹ − 1 pixels.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    private protected PixelBuffer(int width, int height, bool clear)
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

    /// <summary>Address of the first pixel; valid until the buffer is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public TPixel* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory == 0, this);
            return (TPixel*)_memory;
        }
    }

    /// <summary>All pixels, row after row.</summary>
    private protected Span<TPixel> All => new(Pointer, Length);

    private nuint Bytes => (nuint)Length * (nuint)sizeof(TPixel);

    /// <summary>The pixels of row <paramref name="y"/>.</summary>
    /// <param name="y">0 ≤ y &lt; Height.</param>
    public Span<TPixel> Row(int y) => new(RowPointer(y), Width);

    /// <summary>Sets every pixel.</summary>
    /// <param name="value">The value.</param>
    public void Fill(TPixel value) => All.Fill(value);

    /// <summary>Copies another buffer's pixels to a place in this one.</summary>
    /// <param name="part">The pixels.</param>
    /// <param name="place">Where they go: of their size, inside <see cref="Bounds"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place has another size or isn't inside.</exception>
    public void Put(PixelBuffer<TPixel> part, RectI place)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (place.Width != part.Width || place.Height != part.Height || !Bounds.Contains(place))
            throw new ArgumentOutOfRangeException(nameof(place), place, $"{part.Width}×{part.Height} pixels can't go there in {Width}×{Height}; give a place of their size inside.");

        for (int y = 0; y < part.Height; y++)
            part.Row(y).CopyTo(Row(place.Y1 + y)[place.X1..]);
    }

    /// <summary>Gives the memory back; spans, pointers and views of it must not be used any more.</summary>
    public void Dispose()
    {
        nint taken = Interlocked.Exchange(ref _memory, 0);
        if (taken != 0)
            BufferPool.Return(taken, Bytes);
        GC.SuppressFinalize(this);
    }

    internal TPixel* RowPointer(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return Pointer + ((nint)y * Width);
    }

    /// <summary>A copy of a part, of its own memory.</summary>
    /// <param name="part">The pixels, inside <see cref="Bounds"/>.</param>
    /// <param name="make">Makes a buffer of a width and height with undefined content.</param>
    private protected TBuffer Copy<TBuffer>(RectI part, Func<int, int, TBuffer> make)
        where TBuffer : PixelBuffer<TPixel>
    {
        if (!Bounds.Contains(part))
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The part isn't inside the {Width}×{Height} pixels; cut it to them.");

        TBuffer copy = make(part.Width, part.Height);
        if (!part.IsEmpty)
            Executor.For(0, part.Height, Math.Max(1, PixelsPerPiece / part.Width), new CopyBody(RowPointer(part.Y1) + part.X1, Width, copy.Pointer, part.Width));
        return copy;
    }

    private readonly struct CopyBody(TPixel* source, nint stride, TPixel* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint y = from; y < to; y++)
                new ReadOnlySpan<TPixel>(source + (y * stride), width).CopyTo(new Span<TPixel>(destination + (y * width), width));
        }
    }
}
