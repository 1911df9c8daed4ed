namespace FaceFusion.Inference.Tensors;

/// <summary>
/// The native memory of tensors, aligned to 64 bytes. What is given back is kept for the next run, whose tensors have the
/// same sizes, up to a limit. Any thread may call it.
/// </summary>
internal static class TensorMemory
{
    private const nuint Alignment = 64;
    private const long MostKeptBytes = 64L << 20;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<nuint, Stack<TensorBlock>> Kept = [];
    private static long _keptBytes;

    /// <summary>Lends memory with undefined content.</summary>
    /// <param name="bytes">How many bytes are needed.</param>
    public static TensorBlock Rent(nuint bytes)
    {
        nuint size = Math.Max(Alignment, (bytes + Alignment - 1) & ~(Alignment - 1));
        lock (Gate)
        {
            if (Kept.TryGetValue(size, out Stack<TensorBlock>? blocks) && blocks.TryPop(out TensorBlock? block))
            {
                _keptBytes -= (long)size;
                return block;
            }
        }

        return new TensorBlock(size, Alignment);
    }

    /// <summary>Takes memory back that was lent.</summary>
    /// <param name="block">The memory.</param>
    public static void Return(TensorBlock block)
    {
        lock (Gate)
        {
            if (_keptBytes + (long)block.Size <= MostKeptBytes)
            {
                if (!Kept.TryGetValue(block.Size, out Stack<TensorBlock>? blocks))
                    Kept.Add(block.Size, blocks = []);
                blocks.Push(block);
                _keptBytes += (long)block.Size;
                return;
            }
        }

        block.Free();
    }

    /// <summary>Gives everything that is kept back to the operating system.</summary>
    public static void Trim()
    {
        lock (Gate)
        {
            foreach (Stack<TensorBlock> blocks in Kept.Values)
            {
                while (blocks.TryPop(out TensorBlock? block))
                    block.Free();
            }

            _keptBytes = 0;
        }
    }
}
