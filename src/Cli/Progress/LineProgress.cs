using System.Diagnostics;
using System.Globalization;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Progress;

/// <summary>A line every few seconds and at the end, for log files and farms.</summary>
internal sealed class LineProgress(TextWriter error) : IRenderProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _due = Interval;

    /// <inheritdoc/>
    public void Rendered(int frame, int done, int total)
    {
        if (_watch.Elapsed < _due && done < total)
            return;

        _due = _watch.Elapsed + Interval;
        double rate = done / _watch.Elapsed.TotalSeconds;
        TimeSpan left = TimeSpan.FromSeconds(Math.Ceiling((total - done) / rate));
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"frame {frame}: {done} of {total} ({100 * done / total} %), {rate:0.0} fps{(done < total ? $", {left:c} left" : "")}"));
    }
}
