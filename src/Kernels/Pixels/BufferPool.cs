using System.Numerics;
using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Pixels;

/// <summary>
/// The process-wide pool of 64-byte-aligned native memory behind every <see cref="PixelBuffer{TPixel}"/>.
/// Blocks given back are kept for the next frame, up to a limit. Any thread may call it.
/// </summary>
public static unsafe class BufferPool
{
    private const nuint Alignment = 64;
    private const nuint SmallestBlock = 4096;
    private const long MostRetainedBytes = 512L << 20;

    private static readonly object Gate = new();
    private static readonly Dictionary<nuint, Stack<nint>> Free = [];
    private static long _retainedBytes;
    private static long _lentBytes;

    /// <summary>Bytes kept for reuse at the moment.</summary>
    public static long RetainedBytes => Interlocked.Read(ref _retainedBytes);

    /// <summary>Bytes in use at the moment.</summary>
    public static long LentBytes => Interlocked.Read(ref _lentBytes);

    /// <summary>Gives everything kept for reuse back to the operating system.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            foreach (Stack<nint> blocks in Free.Values)
            {
                while (blocks.Count > 0)
                    NativeMemory.AlignedFree((void*)blocks.Pop());
            }

            _retainedBytes = 0;
        }
    }

    /// <summary>Lends a block of at least <paramref name="bytes"/> bytes with undefined content.</summary>
    /// <exception cref="OutOfMemoryException">There is no memory left, even with nothing kept for reuse.</exception>
    internal static nint Rent(nuint bytes)
    {
        nuint size = BlockSize(bytes);
        lock (Gate)
        {
            _lentBytes += (long)size;
            if (Free.TryGetValue(size, out Stack<nint>? blocks) && blocks.TryPop(out nint block))
            {
                _retainedBytes -= (long)size;
                return block;
            }
        }

        return Allocate(size);
    }

    /// <summary>Takes back a block lent for <paramref name="bytes"/> bytes.</summary>
    internal static void Return(nint block, nuint bytes)
    {
        nuint size = BlockSize(bytes);
        lock (Gate)
        {
            _lentBytes -= (long)size;
            if (_retainedBytes + (long)size <= MostRetainedBytes)
            {
                if (!Free.TryGetValue(size, out Stack<nint>? blocks))
                    Free.Add(size, blocks = []);
                blocks.Push(block);
                _retainedBytes += (long)size;
                return;
            }
        }

        NativeMemory.AlignedFree((void*)block);
    }

    // Four sizes an octave: at most a fifth of a block is wasted, and frames of like size share blocks.
    private static nuint BlockSize(nuint bytes)
    {
        if (bytes <= SmallestBlock)
            return SmallestBlock;

        nuint step = (nuint)1 << (BitOperations.Log2((ulong)bytes - 1) - 2);
        return (bytes + step - 1) & ~(step - 1);
    }

    private static nint Allocate(nuint size)
    {
        try
        {
            return (nint)NativeMemory.AlignedAlloc(size, Alignment);
        }
        catch (OutOfMemoryException)
        {
            Trim();
        }

        try
        {
            return (nint)NativeMemory.AlignedAlloc(size, Alignment);
        }
        catch (OutOfMemoryException)
        {
            lock (Gate)
                _lentBytes -= (long)size;
            throw new InsufficientMemoryException(
                $"No memory for an image buffer of {size >> 20} MB; render at a lower resolution or with fewer frames at once.");
        }
    }
}
