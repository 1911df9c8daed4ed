using FaceFusion.Inference.Sessions;
using Microsoft.Win32.SafeHandles;

namespace FaceFusion.Inference.Native;

/// <summary>
/// Owns an <c>OrtSession</c>. Runs hold a reference while they last, so that disposing of it frees the session when the
/// last of them is over.
/// </summary>
internal sealed unsafe class OrtSessionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly OrtApi _api;

    public OrtSessionHandle(OrtApi api, OrtSession* session, ExecutionProvider provider)
        : base(ownsHandle: true)
    {
        Provider = provider;
        _api = api;
        SetHandle((nint)session);
    }

    /// <summary>What runs it.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>The session, good for as long as the caller holds a reference.</summary>
    public OrtSession* Pointer => (OrtSession*)handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        _api.ReleaseSession(Pointer);
        return true;
    }
}
