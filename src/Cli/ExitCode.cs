namespace FaceFusion.Cli;

/// <summary>What the process answers to the shell; documented in <c>docs/cli.md</c>.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Something failed while doing it: a file, a program, the plugin.</summary>
    public const int Failed = 1;

    /// <summary>The command line asks for something that can't be: a wrong option, name, value, extension or range.</summary>
    public const int Usage = 2;

    /// <summary>A validation found something amiss.</summary>
    public const int Found = 3;

    /// <summary>Ended by Ctrl-C (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
