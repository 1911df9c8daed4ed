using System.Diagnostics;
using System.Globalization;
using FaceFusion.Cli.Rendering;
using Spectre.Console;

namespace FaceFusion.Cli.Progress;

/// <summary>A bar with frames, frames a second and the time left.</summary>
internal sealed class BarProgress(ProgressTask task) : IRenderProgress
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <inheritdoc/>
    public void Rendered(int frame, int done, int total)
    {
        double rate = done / _watch.Elapsed.TotalSeconds;
        task.Description = string.Create(CultureInfo.InvariantCulture, $"frame {frame} ({done}/{total}, {rate:0.0} fps)");
        task.Value = done;
    }
}
