using System.Runtime.InteropServices;

namespace FaceFusion.Host.Suites;

/// <summary>A block of image memory; it stays where it is, locked or not.</summary>
internal sealed unsafe class ImageMemory : IDisposable
{
    private const nuint Alignment = 64;

    private void* block;
    private int locks;

    /// <summary>Allocates a block.</summary>
    /// <exception cref="OutOfMemoryException">It doesn't fit.</exception>
    public ImageMemory(nuint size) => block = NativeMemory.AlignedAlloc(Math.Max(size, 1), Alignment);

    /// <summary>Frees the block of an instance that was forgotten.</summary>
    ~ImageMemory() => Free();

    /// <summary>Locks the block.</summary>
    public void* Lock()
    {
        Interlocked.Increment(ref locks);
        return block;
    }

    /// <summary>Unlocks the block; false when it isn't locked.</summary>
    public bool Unlock()
    {
        if (Interlocked.Decrement(ref locks) >= 0)
            return true;

        Interlocked.Increment(ref locks);
        return false;
    }

    /// <summary>Frees the block.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(block);
        block = null;
    }
}
