using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FaceFusion.Cli.Rendering;

/// <summary>
/// One picture in memory: RGBA, interleaved, first row on top, rows without padding. Owns its memory.
/// </summary>
internal sealed class FrameBuffer : IDisposable
{
    /// <summary>Channels a pixel: red, green, blue, alpha.</summary>
    public const int Channels = 4;

    private readonly NativeBuffer _memory;
    private readonly int _rowBytes;

    /// <summary>Allocates a black, transparent picture.</summary>
    /// <param name="width">Pixels; at least 1.</param>
    /// <param name="height">Rows; at least 1.</param>
    /// <param name="depth">How a channel is stored.</param>
    /// <param name="alpha">What the alpha channel means.</param>
    public FrameBuffer(int width, int height, PixelDepth depth, AlphaMode alpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        Depth = depth;
        Alpha = alpha;
        _rowBytes = checked(width * Channels * depth.BytesPerChannel());
        _memory = new((long)_rowBytes * height);
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>How a channel is stored.</summary>
    public PixelDepth Depth { get; }

    /// <summary>What the alpha channel means.</summary>
    public AlphaMode Alpha { get; }

    /// <summary>One row, counted from the top.</summary>
    public Span<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Height);
        return _memory.Slice((long)y * _rowBytes, _rowBytes);
    }

    /// <summary>One row as channels of the given type, which must be as wide as <see cref="Depth"/> says.</summary>
    public Span<T> Row<T>(int y)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() != Depth.BytesPerChannel())
            throw new ArgumentException($"A {Depth} picture has no channels of {Unsafe.SizeOf<T>()} bytes.");

        return MemoryMarshal.Cast<byte, T>(Row(y));
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();
}
