using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The memory suite: aligned blocks, tracked so that a wrong address isn't freed.</summary>
internal static unsafe class MemorySuite
{
    /// <summary>Alignment of a block: a cache line, enough for every vector instruction.</summary>
    private const nuint Alignment = 64;

    private static readonly ConcurrentDictionary<nint, nuint> Blocks = new();

    /// <summary>Number of live blocks; tests use it to find leaks.</summary>
    public static int Count => Blocks.Count;

    /// <summary>The suite's functions.</summary>
    public static OfxMemorySuiteV1 Create() => new() { memoryAlloc = &Allocate, memoryFree = &Free };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Allocate(void* handle, nuint size, void** address) => Guard.Run(() =>
    {
        if (address is null)
            return OfxStatus.kOfxStatErrValue;

        *address = null;
        void* block = NativeMemory.AlignedAlloc(Math.Max(size, 1), Alignment);
        Blocks[(nint)block] = size;
        *address = block;
        return OfxStatus.kOfxStatOK;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Free(void* block) => Guard.Run(() =>
    {
        if (!Blocks.TryRemove((nint)block, out _))
            return HostWatch.Tell(BreachKind.MemoryFree, "memoryFree", OfxStatus.kOfxStatErrBadHandle);

        NativeMemory.AlignedFree(block);
        return OfxStatus.kOfxStatOK;
    });
}
