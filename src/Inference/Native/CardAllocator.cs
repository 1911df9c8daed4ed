using FaceFusion.Inference.Sessions;
using Microsoft.Win32.SafeHandles;

namespace FaceFusion.Inference.Native;

/// <summary>
/// Lends memory of a session that a CUDA card runs: page-locked memory of the processor, which the card copies to and from by
/// itself, or the card's own. It ends with the session, which therefore lives for as long as somebody holds a reference to this.
/// </summary>
internal sealed unsafe class CardAllocator : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly OrtApi _api;
    private readonly OrtSessionHandle _session;

    private CardAllocator(OrtApi api, OrtSessionHandle session, OrtMemoryInfo* memory, OrtAllocator* allocator)
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
    public static CardAllocator? Pinned(OrtRuntime runtime, OrtSessionHandle session) => Of(runtime, session, "CudaPinned\0"u8, OrtMemType.OrtMemTypeCPUOutput);

    /// <summary>Memory of the card that runs a session, which the processor can't read; null where no card does.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="session">The session.</param>
    public static CardAllocator? Own(OrtRuntime runtime, OrtSessionHandle session) => Of(runtime, session, "Cuda\0"u8, OrtMemType.OrtMemTypeDefault);

    /// <summary>Memory with undefined content at an address that is a multiple of 256; null where there is no more.</summary>
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

    // The names of ONNX Runtime's providers for CUDA and TensorRT (onnxruntime/core/framework/allocator.h).
    private static CardAllocator? Of(OrtRuntime runtime, OrtSessionHandle session, ReadOnlySpan<byte> name, OrtMemType type)
    {
        if (!ExecutionProviders.IsOnCuda(session.Provider))
            return null;

        OrtApi api = runtime.Api;
        using CudaContextGuard guard = new(session.Provider);
        OrtMemoryInfo* memory;
        fixed (byte* first = name)
        {
            if (api.TakeMessage(api.CreateMemoryInfo(first, OrtAllocatorType.OrtDeviceAllocator, 0, type, &memory)) is not null)
                return null;
        }

        OrtAllocator* allocator;
        if (api.TakeMessage(api.CreateAllocator(session.Pointer, memory, &allocator)) is null)
            return new CardAllocator(api, session, memory, allocator);

        api.ReleaseMemoryInfo(memory);
        return null;
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
