using System.Runtime.InteropServices;

namespace FaceFusion.Gpu.Ptx;

/// <summary>The interpreter's memory: every access is checked.</summary>
internal sealed unsafe class PtxMemory : IDisposable
{
    private readonly SortedList<ulong, ulong> _blocks = [];

    /// <summary>Takes a block, filled with bytes that are no plausible number.</summary>
    /// <param name="bytes">How large.</param>
    public nint Allocate(long bytes)
    {
        void* block = NativeMemory.AlignedAlloc((nuint)bytes, 256);
        new Span<byte>(block, checked((int)bytes)).Fill(0xFF);
        _blocks.Add((ulong)block, (ulong)bytes);
        return (nint)block;
    }

    /// <summary>Gives a block back.</summary>
    /// <param name="block">As it was taken.</param>
    public void Free(nint block)
    {
        _blocks.Remove((ulong)block);
        NativeMemory.AlignedFree((void*)block);
    }

    /// <summary>The bytes at an address.</summary>
    /// <param name="address">The address, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">How many.</param>
    /// <exception cref="InvalidOperationException">They lie, partly at least, in no block, or the address is not aligned.</exception>
    public byte* At(ulong address, int bytes)
    {
        int low = 0, high = _blocks.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            ulong first = _blocks.GetKeyAtIndex(middle);
            if (address < first)
                high = middle - 1;
            else if (address - first >= _blocks.GetValueAtIndex(middle))
                low = middle + 1;
            else if (address - first + (ulong)bytes > _blocks.GetValueAtIndex(middle) || address % (ulong)bytes != 0)
                break;
            else
                return (byte*)address;
        }

        throw new InvalidOperationException($"A kernel touches {bytes} bytes at {address:x}, which lie in no memory of its own or aren't aligned.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ulong block in _blocks.Keys)
            NativeMemory.AlignedFree((void*)block);
        _blocks.Clear();
    }
}
