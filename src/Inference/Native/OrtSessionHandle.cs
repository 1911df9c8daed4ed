using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using Microsoft.Win32.SafeHandles;

namespace FaceFusion.Inference.Native;

/// <summary>
/// Owns an <c>OrtSession</c>. Runs hold a reference while they last, and tensors in memory that it lends, so that disposing of
/// it frees the session when the last of them is over.
/// </summary>
internal sealed unsafe class OrtSessionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly OrtApi _api;
    private readonly CardAllocator? _pinned;

    public OrtSessionHandle(OrtRuntime runtime, OrtSession* session, ExecutionProvider provider)
        : base(ownsHandle: true)
    {
        Provider = provider;
        _api = runtime.Api;
        SetHandle((nint)session);
        _pinned = CardAllocator.Pinned(runtime, this);
        CardMemory = CardAllocator.Own(runtime, this);
        if (_pinned is not null)
            TensorMemory.Add(_pinned);
    }

    /// <summary>What runs it.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>The memory of the card that runs it; null where none does. Ends when the session is disposed of.</summary>
    public CardAllocator? CardMemory { get; }

    /// <summary>Whether it takes and fills page-locked memory as such.</summary>
    public bool TakesPinned => _pinned is not null;

    /// <summary>The session, good for as long as the caller holds a reference.</summary>
    public OrtSession* Pointer => (OrtSession*)handle;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _pinned is not null)
            TensorMemory.Remove(_pinned);
        if (disposing)
            CardMemory?.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        using CudaContextGuard guard = new(Provider);
        _api.ReleaseSession(Pointer);
        return true;
    }
}
