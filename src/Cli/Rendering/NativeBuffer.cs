using System.Runtime.InteropServices;

namespace FaceFusion.Cli.Rendering;

/// <summary>Zeroed memory outside the garbage collector, aligned to 64 bytes; larger than 2 GiB where need be.</summary>
internal sealed unsafe class NativeBuffer : IDisposable
{
    private const int Alignment = 64;
    private byte* _memory;

    /// <summary>Allocates a buffer.</summary>
    /// <param name="length">Bytes; at least 1.</param>
    public NativeBuffer(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        Length = length;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)length, Alignment);
        NativeMemory.Clear(_memory, (nuint)length);
        GC.AddMemoryPressure(length);
    }

    /// <summary>Frees memory that nobody disposed of.</summary>
    ~NativeBuffer() => Free();

    /// <summary>Bytes.</summary>
    public long Length { get; }

    /// <summary>A stretch of the buffer.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="length">Bytes.</param>
    public Span<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + length, Length);
        ObjectDisposedException.ThrowIf(_memory is null, this);
        return new(_memory + offset, length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_memory is null)
            return;

        NativeMemory.AlignedFree(_memory);
        _memory = null;
        GC.RemoveMemoryPressure(Length);
    }
}
