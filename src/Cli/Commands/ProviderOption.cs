using System.CommandLine;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Cli.Commands;

/// <summary>The option <c>--provider</c>: what runs networks.</summary>
internal static class ProviderOption
{
    /// <summary>The option.</summary>
    public static Option<string?> Create()
    {
        Option<string?> option = new("--provider")
        {
            Description = "What runs networks: cpu (the same pixels everywhere; where not given), automatic, or an execution provider.",
            HelpName = "NAME",
        };
        option.AcceptOnlyFromAmong([.. ExecutionProviders.Names]);
        return option;
    }

    /// <summary>The provider of a name that the option took; the processor where none is given.</summary>
    /// <param name="name">The name.</param>
    public static ExecutionProvider Of(string? name) =>
        name is not null && ExecutionProviders.TryParse(name, out ExecutionProvider provider) ? provider : ExecutionProvider.Cpu;
}
