using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Variadic;

namespace FaceFusion.Ofx.Plugin.Hosting;

/// <summary>
/// Messages to the artist by way of the host: version 2 of the message suite, else version 1, else nothing. Each
/// function is checked, since some hosts announce version 2 with null functions. Thread-safe; no lock is held while
/// the host is called.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="effect">The instance that speaks, or the null handle: a describe-time handle is no instance, and hosts crash on it.</param>
public sealed unsafe class HostMessages(OfxHostContext host, OfxImageEffectHandle effect)
{
    private PersistentMessage? _persistent;

    /// <summary>Shows a message, possibly in a dialogue.</summary>
    /// <param name="type">One of <see cref="OfxMessageTypes"/>.</param>
    /// <param name="text">One sentence.</param>
    /// <returns>The host's answer; to a question <see cref="OfxStatus.kOfxStatReplyYes"/> or <see cref="OfxStatus.kOfxStatReplyNo"/>.</returns>
    public OfxStatus Show(string type, string text)
    {
        OfxMessageSuiteV2* v2 = host.MessageSuiteV2;
        if (v2 != null && v2->message != 0)
            return Send(v2->message, type, text);

        OfxMessageSuiteV1* v1 = host.MessageSuiteV1;
        return v1 != null && v1->message != 0 ? Send(v1->message, type, text) : OfxStatus.kOfxStatErrMissingHostFeature;
    }

    /// <summary>
    /// Puts up a message that stays on the node until <see cref="ClearPersistent(string)"/>. The same text again is not sent:
    /// some hosts append every one of them to a console. Hosts without persistent messages get a plain one.
    /// </summary>
    /// <param name="type"><see cref="OfxMessageTypes.kOfxMessageError"/>, <see cref="OfxMessageTypes.kOfxMessageWarning"/> or <see cref="OfxMessageTypes.kOfxMessageMessage"/>.</param>
    /// <param name="text">One sentence.</param>
    public void SetPersistent(string type, string text)
    {
        PersistentMessage message = new(type, text);
        if (Interlocked.Exchange(ref _persistent, message) == message)
            return;

        OfxMessageSuiteV2* v2 = host.MessageSuiteV2;
        if (v2 != null && v2->setPersistentMessage != 0)
            Send(v2->setPersistentMessage, type, text);
        else
            Show(type, text);
    }

    /// <summary>Takes the persistent message down if one of the type is up.</summary>
    /// <param name="type">Its type.</param>
    public void ClearPersistent(string type)
    {
        PersistentMessage? shown = Volatile.Read(ref _persistent);
        if (shown is not null && shown.Type == type && Interlocked.CompareExchange(ref _persistent, null, shown) == shown)
            Clear();
    }

    /// <summary>
    /// Takes down whatever persistent message stands on the node, whoever put it up: hosts that render on a copy of an
    /// instance show the copy's message on the node.
    /// </summary>
    public void ClearPersistent()
    {
        Volatile.Write(ref _persistent, null);
        Clear();
    }

    private void Clear()
    {
        // A host with a null setPersistentMessage is known to have a wild clearPersistentMessage.
        OfxMessageSuiteV2* v2 = host.MessageSuiteV2;
        if (v2 != null && v2->setPersistentMessage != 0 && v2->clearPersistentMessage != null)
            v2->clearPersistentMessage((void*)effect.Value);
    }

    private OfxStatus Send(nint function, string type, string text)
    {
        byte* copy = Utf8.Allocate(text);
        try
        {
            return OfxVariadics.Message(function, (void*)effect.Value, Utf8.Permanent(type), Utf8.Permanent(""), copy);
        }
        finally
        {
            Utf8.Free(copy);
        }
    }

    private sealed record PersistentMessage(string Type, string Text);
}
