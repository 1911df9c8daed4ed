using System.Collections.Concurrent;

namespace FaceFusion.Host.Messages;

/// <summary>The messages of an effect, in order. Safe to use from any thread.</summary>
public sealed class MessageLog
{
    private readonly ConcurrentQueue<HostMessage> messages = new();
    private volatile HostMessage? persistent;

    /// <summary>Every message so far.</summary>
    public IReadOnlyList<HostMessage> All => [.. messages];

    /// <summary>The newest message; null before the first.</summary>
    public HostMessage? Last => messages.LastOrDefault();

    /// <summary>The persistent message that stands; null when there is none.</summary>
    public HostMessage? Persistent => persistent;

    /// <summary>Answers a question; without it the answer is no.</summary>
    public Func<HostMessage, bool>? Answer { get; set; }

    /// <summary>Takes a message.</summary>
    internal void Add(HostMessage message)
    {
        messages.Enqueue(message);
        if (message.IsPersistent)
            persistent = message;
    }

    /// <summary>Clears the persistent message.</summary>
    internal void ClearPersistent() => persistent = null;
}
