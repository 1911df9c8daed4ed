using System.Numerics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Working memory of one call, lent by the pool; undefined content, 64-byte-aligned.</summary>
internal readonly unsafe struct Scratch : IDisposable
{
    private readonly nuint _bytes;
    private readonly nint _block;

    private Scratch(nuint bytes)
    {
        _bytes = bytes;
        _block = BufferPool.Rent(bytes);
    }

    public float* Floats => (float*)_block;

    public Vector4* Vectors => (Vector4*)_block;

    public void* Pointer => (void*)_block;

    public static Scratch Of<T>(long count)
        where T : unmanaged => new(checked((nuint)(count * sizeof(T))));

    public void Dispose()
    {
        // A default one owns nothing.
        if (_block != 0)
            BufferPool.Return(_block, _bytes);
    }
}
