using System.CommandLine;
using FaceFusion.Cli.Commands.Descriptions;
using FaceFusion.Cli.Commands.Descriptions.Panels;
using FaceFusion.Cli.Plugins;
using FaceFusion.Host.Description;

namespace FaceFusion.Cli.Commands;

/// <summary><c>facefusion describe</c>: what a host sees of a bundle.</summary>
internal static class DescribeCommand
{
    private static readonly Argument<string?> Bundle = new("BUNDLE")
    {
        Description = "The .ofx.bundle; FaceFusion's own where not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Properties = new("--properties") { Description = "Show every property, too." };
    private static readonly Option<bool> Html = new("--html")
    {
        Description = "Print a page that shows the parameter panel as hosts lay it out.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object, with every property." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("describe", "Shows what a host sees of a bundle: plug-ins, contexts, clips, parameters.")
        {
            Bundle, Properties, Json, Html,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Json) && result.GetValue(Html))
                result.AddError("--json and --html are two forms of the same: give one of the two");
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string path = BundleLocator.Find(parsed.GetValue(Bundle));
        IReadOnlyList<HostDescription> plugins = PluginBundle.Describe(path);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json))
            output.WriteLine(DescriptionJson.Write(path, plugins));
        else if (parsed.GetValue(Html))
            output.Write(PanelPage.Html(plugins));
        else
            DescriptionText.Write(output, path, plugins, parsed.GetValue(Properties));
        return ExitCode.Done;
    }
}
