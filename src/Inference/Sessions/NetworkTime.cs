using System.Diagnostics;

namespace FaceFusion.Inference.Sessions;

/// <summary>How long networks have run in this process: what remains of a render's time is the engine's own.</summary>
public static class NetworkTime
{
    private static readonly object Gate = new();
    private static int _runs;
    private static long _start, _ticks;

    /// <summary>The time during which at least one network ran, up to now: runs at the same time count once.</summary>
    public static TimeSpan Total
    {
        get
        {
            lock (Gate)
                return Stopwatch.GetElapsedTime(0, _ticks + (_runs > 0 ? Stopwatch.GetTimestamp() - _start : 0));
        }
    }

    /// <summary>A run begins.</summary>
    internal static void Begin()
    {
        lock (Gate)
        {
            if (_runs++ == 0)
                _start = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>A run has ended, whatever became of it.</summary>
    internal static void End()
    {
        lock (Gate)
        {
            if (--_runs == 0)
                _ticks += Stopwatch.GetTimestamp() - _start;
        }
    }
}
