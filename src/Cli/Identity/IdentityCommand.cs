using System.CommandLine;
using FaceFusion.Fusion;
using FaceFusion.Inference;

namespace FaceFusion.Cli.Identity;

/// <summary><c>facefusion identity</c>: identity files, made, looked at, signed and verified.</summary>
internal static class IdentityCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("identity", "Make, inspect, sign and verify identity files (.ffid).")
    {
        CreateCommand.Create(),
        InspectCommand.Create(),
        SignCommand.Create(),
        VerifyCommand.Create(),
    };

    /// <summary>Runs a command; a failure that the user can mend becomes one of the command line.</summary>
    /// <param name="action">The command's work; gives the exit code.</param>
    /// <exception cref="CliException">A photo, a network or an identity file is missing or unfit.</exception>
    internal static int Run(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is FaceException or ModelException)
        {
            throw new CliException(failure.Message, ExitCode.Failed, failure);
        }
    }
}
