using System.CommandLine;

namespace FaceFusion.Cli.Models;

/// <summary><c>facefusion models</c>: the networks on this machine.</summary>
internal static class ModelsCommand
{
    /// <summary>The command over this machine's models.</summary>
    internal static Command Create() => Create(ModelsContext.FromEnvironment);

    /// <summary>The command over given models.</summary>
    /// <param name="context">Asked for when a command runs, not when it is described.</param>
    internal static Command Create(Func<ModelsContext> context) => new("models", "List, fetch, add, inspect, verify and remove the networks that the plugin runs.")
    {
        ListCommand.Create(context),
        AddCommand.Create(context),
        InspectCommand.Create(context),
        VerifyCommand.Create(context),
        FetchCommand.Create(context),
        RemoveCommand.Create(context),
        SignCommand.Create(context),
    };
}
