using System.Runtime.InteropServices;

namespace FaceFusion.Host.Suites;

/// <summary>A block of image memory; it stays where it is, locked or not.</summary>
internal sealed unsafe class ImageMemory : IDisposable
{
    private const nuint Alignment = 64;

    private void* _block;
    private int _locks;

    /// <summary>Allocates a block.</summary>
    /// <exception cref="OutOfMemoryException">It doesn't fit.</exception>
    public ImageMemory(nuint size) => _block = NativeMemory.AlignedAlloc(Math.Max(size, 1), Alignment);

    /// <summary>Frees the block of an instance that was forgotten.</summary>
    ~ImageMemory() => Free();

    /// <summary>Locks the block.</summary>
    public void* Lock()
    {
        Interlocked.Increment(ref _locks);
        return _block;
    }

    /// <summary>Unlocks the block; false when it isn't locked.</summary>
    public bool Unlock()
    {
        if (Interlocked.Decrement(ref _locks) >= 0)
            return true;

        Interlocked.Increment(ref _locks);
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
        NativeMemory.AlignedFree(_block);
        _block = null;
    }
}
