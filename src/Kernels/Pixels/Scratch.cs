using System.Numerics;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Working memory of one call, lent by the pool; undefined content, 64-byte-aligned.</summary>
internal readonly unsafe struct Scratch : IDisposable
{
    private readonly nuint bytes;
    private readonly nint block;

    private Scratch(nuint bytes)
    {
        this.bytes = bytes;
        block = BufferPool.Rent(bytes);
    }

    public float* Floats => (float*)block;

    public Vector4* Vectors => (Vector4*)block;

    public void* Pointer => (void*)block;

    public static Scratch Of<T>(long count)
        where T : unmanaged => new(checked((nuint)(count * sizeof(T))));

    public void Dispose() => BufferPool.Return(block, bytes);
}
