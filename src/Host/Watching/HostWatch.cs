using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Watching;

/// <summary>
/// The one observer of this process's hosts, as handles, too, are the process's: a suite function knows nothing but the
/// handle that it got, which may be a wrong one.
/// </summary>
public static class HostWatch
{
    [ThreadStatic]
    private static string? _action;

    private static volatile IHostObserver? _observer;

    /// <summary>Who is told; null for nobody, which costs nothing.</summary>
    public static IHostObserver? Observer
    {
        get => _observer;
        set => _observer = value;
    }

    /// <summary>Sends an action by way of a function, and tells of it.</summary>
    internal static OfxStatus Around(string action, Func<OfxStatus> send)
    {
        string? outer = _action;
        _action = action;
        _observer?.Sending(action);
        try
        {
            OfxStatus status = send();
            _observer?.Answered(action, status);
            return status;
        }
        finally
        {
            _action = outer;
        }
    }

    /// <summary>Tells of a wrong use.</summary>
    internal static void Tell(BreachKind kind, string subject) => _observer?.Breached(new Breach(kind, subject, _action ?? string.Empty));

    /// <summary>Tells of a wrong use and passes on what the suite answers to it.</summary>
    internal static OfxStatus Tell(BreachKind kind, string subject, OfxStatus answer)
    {
        Tell(kind, subject);
        return answer;
    }
}
