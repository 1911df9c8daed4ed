using FaceFusion.Inference.Sessions;
using Microsoft.Win32.SafeHandles;

namespace FaceFusion.Inference.Native;

/// <summary>
/// Lends page-locked memory of the processor, which a CUDA card copies to and from by itself: a session's own, which ends with
/// it. So a session lives for as long as somebody holds a reference to this.
/// </summary>
internal sealed unsafe class PinnedAllocator : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly OrtApi _api;
    private readonly OrtSessionHandle _session;

    private PinnedAllocator(OrtApi api, OrtSessionHandle session, OrtMemoryInfo* memory, OrtAllocator* allocator)
        : base(ownsHandle: true)
    {
        _api = api;
        _session = session;
        Memory = memory;
        bool held = false;
        session.DangerousAddRef(ref held);
        SetHandle((nint)allocator);
    }

    /// <summary>Describes what is lent.</summary>
    public OrtMemoryInfo* Memory { get; }

    private OrtAllocator* Pointer => (OrtAllocator*)handle;

    /// <summary>A session's page-locked memory; null where what runs it has none.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="session">The session.</param>
    public static PinnedAllocator? Of(OrtRuntime runtime, OrtSessionHandle session)
    {
        if (session.Provider is not (ExecutionProvider.Cuda or ExecutionProvider.TensorRt))
            return null;

        OrtApi api = runtime.Api;
        using CudaContextGuard guard = new(session.Provider);
        OrtMemoryInfo* memory;
        fixed (byte* name = "CudaPinned\0"u8)
        {
            if (api.TakeMessage(api.CreateMemoryInfo(name, OrtAllocatorType.OrtDeviceAllocator, 0, OrtMemType.OrtMemTypeCPUOutput, &memory)) is not null)
                return null;
        }

        OrtAllocator* allocator;
        if (api.TakeMessage(api.CreateAllocator(session.Pointer, memory, &allocator)) is null)
            return new PinnedAllocator(api, session, memory, allocator);

        api.ReleaseMemoryInfo(memory);
        return null;
    }

    /// <summary>Memory with undefined content at an address that is a multiple of 256; null where there is no more that could be locked.</summary>
    /// <param name="bytes">How much.</param>
    public void* Allocate(nuint bytes)
    {
        using CudaContextGuard guard = new(_session.Provider);
        void* memory;
        return _api.TakeMessage(_api.AllocatorAlloc(Pointer, bytes, &memory)) is null ? memory : null;
    }

    /// <summary>Takes memory back.</summary>
    /// <param name="memory">As it was lent.</param>
    public void Free(void* memory)
    {
        using CudaContextGuard guard = new(_session.Provider);
        _ = _api.TakeMessage(_api.AllocatorFree(Pointer, memory));
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _api.ReleaseAllocator(Pointer);
        _api.ReleaseMemoryInfo(Memory);
        _session.DangerousRelease();
        return true;
    }
}
