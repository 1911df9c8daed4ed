using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>
/// An image in native memory of its own, with guard bytes before and behind that show a plug-in's write out of
/// bounds. Coordinates are OpenFX's: y grows upwards, bounds are half-open.
/// </summary>
public sealed unsafe class HostImage : IDisposable
{
    private const int Alignment = 64;
    private const int GuardBytes = 256;
    private const byte GuardValue = 0xA5;

    private readonly nuint _size;
    private readonly int _stride;
    private byte* _block;

    /// <summary>Allocates an image of zeros.</summary>
    /// <param name="bounds">The pixels held; may be empty.</param>
    /// <param name="depth">Storage of a component; not none.</param>
    /// <param name="components">Components of a pixel; not none.</param>
    /// <param name="order">Which row lies first in memory.</param>
    /// <param name="rowPadding">Bytes between one row's last pixel and the next row.</param>
    /// <exception cref="HostException">The format is none, or the size is beyond memory.</exception>
    public HostImage(OfxRectI bounds, BitDepth depth, PixelComponents components, RowOrder order = RowOrder.BottomUp, int rowPadding = 0)
    {
        if (depth == BitDepth.None || components == PixelComponents.None)
            throw new HostException("An image needs a bit depth and components; give both.");

        Width = Math.Max(0, bounds.x2 - bounds.x1);
        Height = Math.Max(0, bounds.y2 - bounds.y1);
        Bounds = bounds;
        Depth = depth;
        Components = components;
        Order = order;
        RowPadding = rowPadding;
        RegionOfDefinition = bounds;

        long rowBytes = ((long)Width * BytesPerPixel) + rowPadding;
        if (rowBytes > int.MaxValue)
            throw new HostException($"A row of {Width} pixels takes {rowBytes} bytes, more than OpenFX can name; render a narrower window.");

        _stride = (int)rowBytes;
        _size = (nuint)rowBytes * (nuint)Height;
        _block = Allocate(_size);
        for (int row = 0; row < Height; row++)
            Padding(row).Fill(GuardValue);
    }

    /// <summary>Frees the memory of an image that was dropped.</summary>
    ~HostImage() => Free();

    /// <summary>The pixels held, half-open.</summary>
    public OfxRectI Bounds { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Storage of a component.</summary>
    public BitDepth Depth { get; }

    /// <summary>Components of a pixel.</summary>
    public PixelComponents Components { get; }

    /// <summary>Which row lies first in memory.</summary>
    public RowOrder Order { get; }

    /// <summary>Bytes between one row's last pixel and the next row.</summary>
    public int RowPadding { get; }

    /// <summary>What alpha means.</summary>
    public Premultiplication Premultiplication { get; init; } = Premultiplication.Opaque;

    /// <summary>Width of a pixel over its height.</summary>
    public double PixelAspectRatio { get; init; } = 1;

    /// <summary>The field held, a <c>kOfxImageField…</c>.</summary>
    public string Field { get; init; } = OfxValues.kOfxImageFieldNone;

    /// <summary>The region of definition, in pixels; the bounds where nothing else is said.</summary>
    public OfxRectI RegionOfDefinition { get; init; }

    /// <summary>Names the contents: equal names mean equal pixels. Empty where the host doesn't know.</summary>
    public string UniqueIdentifier { get; init; } = string.Empty;

    /// <summary>Bytes of a pixel.</summary>
    public int BytesPerPixel => Depth.Bytes() * Components.Count();

    /// <summary>Bytes from a row to the one above; negative where memory begins with the top row.</summary>
    public int RowBytes => Order == RowOrder.BottomUp ? _stride : -_stride;

    /// <summary>Address of the pixel (x1, y1), the bottom left one.</summary>
    public nint Data => (nint)(Order == RowOrder.BottomUp || Height == 0 ? Pixels : Pixels + (_size - (nuint)_stride));

    /// <summary>Whether nothing was written out of bounds: before the memory, behind it, between its rows.</summary>
    public bool GuardsIntact
    {
        get
        {
            bool intact = !new ReadOnlySpan<byte>(Alive, GuardBytes).ContainsAnyExcept(GuardValue)
                && !new ReadOnlySpan<byte>(Pixels + _size, GuardBytes).ContainsAnyExcept(GuardValue);
            for (int row = 0; intact && RowPadding > 0 && row < Height; row++)
                intact = !Padding(row).ContainsAnyExcept(GuardValue);
            return intact;
        }
    }

    /// <summary>All rows with what lies between them, in the order of memory.</summary>
    internal Span<byte> Memory => new(Pixels, checked((int)_size));

    private byte* Alive => _block is null ? throw new ObjectDisposedException(nameof(HostImage)) : _block;

    private byte* Pixels => Alive + GuardBytes;

    /// <summary>The bytes of a row's pixels.</summary>
    /// <param name="y">The row, y1 ≤ y &lt; y2.</param>
    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(y, Bounds.y1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Bounds.y2);
        return new Span<byte>((byte*)Data + ((long)(y - Bounds.y1) * RowBytes), Width * BytesPerPixel);
    }

    /// <summary>The components of a row's pixels.</summary>
    /// <typeparam name="T">The storage type: byte, ushort, Half or float, of the depth's size.</typeparam>
    /// <param name="y">The row, y1 ≤ y &lt; y2.</param>
    public Span<T> Row<T>(int y)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sizeof(T), Depth.Bytes(), nameof(T));
        return MemoryMarshal.Cast<byte, T>(Row(y));
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    /// <summary>The bytes behind a row of memory.</summary>
    private Span<byte> Padding(int row) => new(Pixels + ((long)row * _stride) + (_stride - RowPadding), RowPadding);

    private static byte* Allocate(nuint size)
    {
        nuint total = size + (2 * GuardBytes);
        byte* memory;
        try
        {
            memory = (byte*)NativeMemory.AlignedAlloc(total, Alignment);
        }
        catch (OutOfMemoryException cause)
        {
            throw new HostException($"An image of {size} bytes doesn't fit into memory; render a smaller window.", cause);
        }

        NativeMemory.Fill(memory, GuardBytes, GuardValue);
        NativeMemory.Clear(memory + GuardBytes, size);
        NativeMemory.Fill(memory + GuardBytes + size, GuardBytes, GuardValue);
        return memory;
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_block);
        _block = null;
    }
}
