namespace FaceFusion.Cli;

/// <summary>A failure that the user can mend: its message is one sentence that names the thing and the remedy.</summary>
/// <param name="message">The sentence.</param>
/// <param name="exitCode">The process's exit code, one of <see cref="ExitCode"/>.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class CliException(string message, int exitCode = ExitCode.Failed, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The exit code that the process ends with.</summary>
    public int Code { get; } = exitCode;

    /// <summary>A failure of the command line itself (exit code 2).</summary>
    internal static CliException Usage(string message) => new(message, ExitCode.Usage);
}
