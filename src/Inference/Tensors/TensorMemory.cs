using FaceFusion.Inference.Native;

namespace FaceFusion.Inference.Tensors;

/// <summary>
/// The native memory of tensors, aligned to 64 bytes: page-locked where a session on a card lends such memory. What is given
/// back is kept for the next run, whose tensors have the same sizes, up to a limit. Any thread may call it.
/// </summary>
internal static class TensorMemory
{
    private const nuint Alignment = 64;
    private const long MostKeptBytes = 64L << 20;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<nuint, Stack<TensorBlock>> Kept = [];

    // The first one lends.
    private static readonly List<CardAllocator> Lenders = [];
    private static long _keptBytes;

    private static CardAllocator? Lender => Lenders.Count > 0 ? Lenders[0] : null;

    /// <summary>Lends memory with undefined content.</summary>
    /// <param name="bytes">How many bytes are needed.</param>
    public static TensorBlock Rent(nuint bytes)
    {
        nuint size = Math.Max(Alignment, (bytes + Alignment - 1) & ~(Alignment - 1));
        CardAllocator? lender;
        lock (Gate)
        {
            if (Kept.TryGetValue(size, out Stack<TensorBlock>? blocks) && blocks.TryPop(out TensorBlock? block))
            {
                _keptBytes -= (long)size;
                return block;
            }

            // The block's own reference.
            bool held = false;
            lender = Lender;
            lender?.DangerousAddRef(ref held);
        }

        return new TensorBlock(size, Alignment, lender);
    }

    /// <summary>Takes memory back that was lent.</summary>
    /// <param name="block">The memory.</param>
    public static void Return(TensorBlock block)
    {
        lock (Gate)
        {
            if (block.Lender == Lender && _keptBytes + (long)block.Size <= MostKeptBytes)
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

    /// <summary>Has memory come from a session on a card from now on, where none lends any yet.</summary>
    /// <param name="lender">The session's memory.</param>
    public static void Add(CardAllocator lender)
    {
        lock (Gate)
        {
            Lenders.Add(lender);
            if (Lender == lender)
                FreeKept();
        }
    }

    /// <summary>Has memory come from a session no longer, and gives back what is kept of it.</summary>
    /// <param name="lender">The session's memory; disposed of.</param>
    public static void Remove(CardAllocator lender)
    {
        lock (Gate)
        {
            bool lent = Lender == lender;
            Lenders.Remove(lender);
            if (lent)
                FreeKept();
        }

        lender.Dispose();
    }

    /// <summary>Gives everything that is kept back to the operating system.</summary>
    public static void Trim()
    {
        lock (Gate)
            FreeKept();
    }

    private static void FreeKept()
    {
        foreach (Stack<TensorBlock> blocks in Kept.Values)
        {
            while (blocks.TryPop(out TensorBlock? block))
                block.Free();
        }

        _keptBytes = 0;
    }
}
