using System.Diagnostics;
using System.Globalization;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Plugin;

/// <summary>One action in the log: what came, what was answered, how long it took and why it failed.</summary>
/// <param name="log">The log; null when there is none.</param>
/// <param name="handle">What the action was for.</param>
internal sealed class ActionRecord(LogFile? log, nint handle)
{
    private readonly long _start = log is null ? 0 : Stopwatch.GetTimestamp();

    /// <summary>The action's name.</summary>
    internal string Action { get; set; } = "";

    /// <summary>Writes the line.</summary>
    /// <param name="status">The answer.</param>
    /// <param name="failure">What was thrown; null when nothing was.</param>
    /// <returns>The answer.</returns>
    internal OfxStatus End(OfxStatus status, Exception? failure = null)
    {
        if (log is not null)
        {
            string why = failure is null ? "" : $" {failure.GetType().Name}: {failure.Message}";
            log.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{Action} {handle:x} {status} {Stopwatch.GetElapsedTime(_start).TotalMilliseconds:0.0} ms{why}"));
        }

        return status;
    }
}
