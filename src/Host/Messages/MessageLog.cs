using System.Collections.Concurrent;

namespace FaceFusion.Host.Messages;

/// <summary>The messages of an effect, in order. Safe to use from any thread.</summary>
public sealed class MessageLog
{
    private readonly ConcurrentQueue<HostMessage> _messages = new();
    private volatile HostMessage? _persistent;

    /// <summary>Every message so far.</summary>
    public IReadOnlyList<HostMessage> All => [.. _messages];

    /// <summary>The newest message; null before the first.</summary>
    public HostMessage? Last => _messages.LastOrDefault();

    /// <summary>The persistent message that stands; null when there is none.</summary>
    public HostMessage? Persistent => _persistent;

    /// <summary>Answers a question; without it the answer is no.</summary>
    public Func<HostMessage, bool>? Answer { get; set; }

    /// <summary>Takes a message.</summary>
    internal void Add(HostMessage message)
    {
        _messages.Enqueue(message);
        if (message.IsPersistent)
            _persistent = message;
    }

    /// <summary>Clears the persistent message.</summary>
    internal void ClearPersistent() => _persistent = null;
}
