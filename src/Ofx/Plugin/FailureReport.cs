using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin;

/// <summary>What an exception means at the C boundary.</summary>
internal static class FailureReport
{
    /// <summary>The status that a host gets.</summary>
    internal static OfxStatus StatusOf(Exception failure) => failure switch
    {
        OfxException ofx => ofx.Status,
        OutOfMemoryException => OfxStatus.kOfxStatErrMemory,
        _ => OfxStatus.kOfxStatFailed,
    };

    /// <summary>The sentence for the artist, or <see langword="null"/> when the host itself wanted the action to end.</summary>
    internal static string? TextOf(Exception failure) => failure is OperationCanceledException ? null : failure.Message;

    /// <summary>Shows the failure of an action once.</summary>
    internal static void Show(HostMessages messages, Exception failure)
    {
        if (TextOf(failure) is { } text)
            messages.Show(OfxMessageTypes.kOfxMessageError, text);
    }

    /// <summary>Leaves the failure of a render on the node.</summary>
    internal static void Keep(HostMessages messages, Exception failure)
    {
        if (TextOf(failure) is { } text)
            messages.SetPersistent(OfxMessageTypes.kOfxMessageError, text);
    }
}
