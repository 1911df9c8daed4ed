using System.Collections.Concurrent;
using FaceFusion.Host.Watching;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests.Profiles;

/// <summary>Counts the actions that were sent.</summary>
internal sealed class ActionRecorder : IHostObserver
{
    private readonly ConcurrentQueue<string> _actions = new();

    public int Count(string action) => _actions.Count(sent => sent == action);

    public void Sending(string action) => _actions.Enqueue(action);

    public void Answered(string action, OfxStatus status)
    {
    }

    public void Breached(Breach breach)
    {
    }
}
