using System.CommandLine;
using FaceFusion.Cli.Commands;
using FaceFusion.Cli.Enlarging;
using FaceFusion.Cli.Identity;
using FaceFusion.Cli.Models;
using FaceFusion.Cli.Validation;

namespace FaceFusion.Cli;

/// <summary>The <c>facefusion</c> command line: parses, runs, and turns every outcome into a sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>How long work may take to stop after Ctrl-C before the process ends all the same.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The arguments, without the program's name.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where everything else goes.</param>
    /// <param name="token">Cancels the command, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken token = default)
    {
        RootCommand root = new("Renders shots through the FaceFusion OpenFX node, or any other OpenFX plug-in, without a compositor.")
        {
            RenderCommand.Create(),
            DescribeCommand.Create(),
            EnlargeCommand.Create(),
            IdentityCommand.Create(),
            ModelsCommand.Create(),
            ValidateCommand.Create(),
            ValidationChild.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not System.CommandLine.Help.HelpAction)
            return Fail(error, ExitCode.Usage, $"{OneLine(parsed.Errors[0].Message)}; see '{Usage(parsed)} --help'.");

        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = StopTimeout,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, token).ConfigureAwait(false);
        }
        catch (CliException failure)
        {
            return Fail(error, failure.Code, failure.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(error, ExitCode.Cancelled, "Cancelled; nothing half-written is left.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Fail(error, ExitCode.Failed, $"{failure.Message.TrimEnd('.')}; check the path and its permissions.");
        }
        catch (Exception bug)
        {
            return Fail(error, ExitCode.Failed, $"This is a defect of facefusion; report it with these lines.\n{bug}");
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string Usage(ParseResult parsed)
    {
        string name = parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
        return "facefusion" + name;
    }

    private static int Fail(TextWriter error, int code, string message)
    {
        error.WriteLine("facefusion: " + message);
        return code;
    }
}
