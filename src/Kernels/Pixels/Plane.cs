using System.Runtime.InteropServices;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// An owned single-channel float image (a matte, a distance, a coverage): rows without padding, 64-byte-aligned native
/// memory from <see cref="BufferPool"/>. The owner disposes it; it has no finaliser, as <see cref="ImageBuffer"/>.
/// </summary>
public sealed unsafe class Plane : IDisposable
{
    private nint _memory;

    /// <summary>Makes a plane of zeros.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or more than 2³¹ − 1 pixels.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public Plane(int width, int height)
        : this(width, height, clear: true)
    {
    }

    private Plane(int width, int height, bool clear)
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

    /// <summary>Address of the first value; valid until the plane is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The plane was disposed.</exception>
    public float* Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory == 0, this);
            return (float*)_memory;
        }
    }

    /// <summary>All values, row after row.</summary>
    public Span<float> Values => new(Pointer, Length);

    private nuint Bytes => (nuint)Length * sizeof(float);

    /// <summary>Makes a plane whose content is undefined: for one that is about to be written whole.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    public static Plane Uninitialized(int width, int height) => new(width, height, clear: false);

    /// <summary>The values of row <paramref name="y"/>.</summary>
    /// <param name="y">0 ≤ y &lt; Height.</param>
    public Span<float> Row(int y) => new(RowPointer(y), Width);

    /// <summary>A view for the operations that take any image.</summary>
    public PixelView AsView() =>
        new((nint)Pointer, (nint)Width * sizeof(float), Width, Height, SampleFormat.Float32, PixelLayout.Alpha);

    /// <summary>A copy of its own memory.</summary>
    public Plane Clone()
    {
        Plane copy = Uninitialized(Width, Height);
        Values.CopyTo(copy.Values);
        return copy;
    }

    /// <summary>Sets every value.</summary>
    /// <param name="value">The value.</param>
    public void Fill(float value) => Values.Fill(value);

    /// <summary>Gives the memory back; spans, pointers and views of it must not be used any more.</summary>
    public void Dispose()
    {
        nint taken = Interlocked.Exchange(ref _memory, 0);
        if (taken != 0)
            BufferPool.Return(taken, Bytes);
    }

    internal float* RowPointer(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        return Pointer + ((nint)y * Width);
    }
}
