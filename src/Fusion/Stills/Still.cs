using System.Runtime.InteropServices;
using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Stills;

/// <summary>A decoded still picture: upright RGBA pixels of 8 or 16 bits a channel, sRGB, in memory of its own.</summary>
public sealed unsafe class Still : IDisposable
{
    private nint _memory;

    internal Still(int width, int height, SampleFormat format, bool premultiplied)
    {
        Width = width;
        Height = height;
        Format = format;
        Premultiplied = premultiplied;
        RowBytes = (nint)width * (format == SampleFormat.UInt16 ? 8 : 4);
        _memory = (nint)NativeMemory.AlignedAlloc((nuint)(RowBytes * height), 64);
    }

    /// <summary>Frees the pixels of a still nobody disposed of.</summary>
    ~Still() => Free();

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary><see cref="SampleFormat.UInt8"/> or <see cref="SampleFormat.UInt16"/>.</summary>
    public SampleFormat Format { get; }

    /// <summary>Whether the colours have been multiplied by alpha (16-bit PNG files with transparency).</summary>
    public bool Premultiplied { get; }

    /// <summary>The pixels; they live as long as the still isn't disposed of.</summary>
    /// <exception cref="ObjectDisposedException">The still has been disposed of.</exception>
    public PixelView View
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory == 0, this);
            return new PixelView(_memory, RowBytes, Width, Height, Format, PixelLayout.Rgba);
        }
    }

    /// <summary>The still as a display-referred frame.</summary>
    public FrameView Frame => new(View, NetworkSpace.Working, Premultiplied);

    internal nint RowBytes { get; }

    internal byte* Memory => (byte*)_memory;

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free() => NativeMemory.AlignedFree((void*)Interlocked.Exchange(ref _memory, 0));
}
