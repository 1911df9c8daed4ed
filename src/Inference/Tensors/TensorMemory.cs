using System.Runtime.InteropServices;

namespace FaceFusion.Inference.Tensors;

/// <summary>
/// The native memory of tensors, aligned to 64 bytes. What is given back is kept for the next run, whose tensors have the
/// same sizes, up to a limit. Any thread may call it.
/// </summary>
internal static unsafe class TensorMemory
{
    private const nuint Alignment = 64;
    private const long MostKeptBytes = 64L << 20;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<nuint, Stack<nint>> Kept = [];
    private static long _keptBytes;

    /// <summary>Lends memory with undefined content.</summary>
    public static void* Rent(nuint bytes)
    {
        nuint size = BlockSize(bytes);
        lock (Gate)
        {
            if (Kept.TryGetValue(size, out Stack<nint>? blocks) && blocks.TryPop(out nint block))
            {
                _keptBytes -= (long)size;
                return (void*)block;
            }
        }

        void* memory = NativeMemory.AlignedAlloc(size, Alignment);
        GC.AddMemoryPressure((long)size);
        return memory;
    }

    /// <summary>Takes memory back that was lent for so many bytes.</summary>
    public static void Return(void* memory, nuint bytes)
    {
        nuint size = BlockSize(bytes);
        lock (Gate)
        {
            if (_keptBytes + (long)size <= MostKeptBytes)
            {
                if (!Kept.TryGetValue(size, out Stack<nint>? blocks))
                    Kept.Add(size, blocks = []);
                blocks.Push((nint)memory);
                _keptBytes += (long)size;
                return;
            }
        }

        Free((nint)memory, size);
    }

    /// <summary>Gives everything that is kept back to the operating system.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            foreach ((nuint size, Stack<nint> blocks) in Kept)
            {
                while (blocks.TryPop(out nint block))
                    Free(block, size);
            }

            _keptBytes = 0;
        }
    }

    private static nuint BlockSize(nuint bytes) => Math.Max(Alignment, (bytes + Alignment - 1) & ~(Alignment - 1));

    private static void Free(nint block, nuint size)
    {
        NativeMemory.AlignedFree((void*)block);
        GC.RemoveMemoryPressure((long)size);
    }
}
