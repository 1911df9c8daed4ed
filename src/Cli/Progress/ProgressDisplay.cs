using FaceFusion.Cli.Rendering;
using Spectre.Console;

namespace FaceFusion.Cli.Progress;

/// <summary>Shows how far a render is on the error stream: a bar on a terminal, lines elsewhere.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs a render under a display.</summary>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="error">Where lines go.</param>
    /// <param name="total">Frames to render.</param>
    /// <param name="work">The render.</param>
    public static RenderReport Run(bool quiet, TextWriter error, int total, Func<IRenderProgress, RenderReport> work)
    {
        if (quiet)
            return work(new NoProgress());
        if (error != Console.Error || Console.IsErrorRedirected || total == 0)
            return work(new LineProgress(error));

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new BarProgress(context.AddTask("starting", maxValue: total))));
    }
}
