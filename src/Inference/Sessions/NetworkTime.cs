using System.Diagnostics;

namespace FaceFusion.Inference.Sessions;

/// <summary>How long networks have run in this process: what remains of a render's time is the engine's own.</summary>
public static class NetworkTime
{
    private static long _ticks;

    /// <summary>The sum over all runs so far, of runs at the same time as well.</summary>
    public static TimeSpan Total => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    /// <summary>Adds a run that began at <paramref name="start"/>, a stopwatch's timestamp, and ends now.</summary>
    internal static void AddSince(long start) => Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - start);
}
