using System.CommandLine;
using FaceFusion.Cli.Plugins;
using FaceFusion.Cli.Validation;
using FaceFusion.Host;

namespace FaceFusion.Cli.Commands;

/// <summary><c>facefusion validate</c>: tries a bundle as every known host would and tells what is amiss.</summary>
internal static class ValidateCommand
{
    private const int UsualTimeout = 300;

    private static readonly Argument<string?> Bundle = new("BUNDLE")
    {
        Description = "The .ofx.bundle or .ofx file; FaceFusion's own where not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Host = HostOption.Create("Try one host alone: {0}.");

    private static readonly Option<ParameterSetting[]> Settings = new("--set")
    {
        Description = "A parameter's value, for plug-ins that render nothing without it; may be repeated.",
        HelpName = "NAME=VALUE",
        CustomParser = ParameterSetting.Parse,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Plate = new("--plate")
    {
        Description = "A JPEG or PNG for the inputs, made small; a test pattern where not given.",
        HelpName = "PICTURE",
    };

    private static readonly Option<int?> Timeout = new("--timeout")
    {
        Description = "Seconds that an action may take before it counts as hanging (300 where not given).",
        HelpName = "SECONDS",
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Show no progress." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new("validate", "Tries a plug-in as every known host would and tells what is amiss.")
        {
            Bundle, Host, Settings, Plate, Timeout, Quiet, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Timeout) is <= 0)
                result.AddError("--timeout takes a number of seconds above 0");
        });
        command.SetAction((parsed, token) => Task.Run(() => Run(parsed, token), token));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken token)
    {
        if (parsed.GetValue(Plate) is { } plate && !File.Exists(plate))
            throw new CliException($"There is no picture '{plate}' (--plate); name a JPEG or PNG.");

        IReadOnlyList<string> hosts = parsed.GetValue(Host) is { } one ? [one] : [.. HostProfiles.All.Keys];
        ValidationOrder order = new(
            BundleLocator.Find(parsed.GetValue(Bundle)), hosts, parsed.GetValue(Plate), parsed.GetValue(Settings) ?? [],
            TimeSpan.FromSeconds(parsed.GetValue(Timeout) ?? UsualTimeout));
        TextWriter error = parsed.InvocationConfiguration.Error;
        bool quiet = parsed.GetValue(Quiet) || parsed.GetValue(Json);
        ValidationReport report = ValidationRun.Run(order, part => Tell(error, part, quiet), token);

        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json))
            output.WriteLine(ValidationJson.Write(report));
        else
            ValidationText.Write(output, report);
        return report.HasFindings ? ExitCode.Found : ExitCode.Done;
    }

    private static void Tell(TextWriter error, string part, bool quiet)
    {
        if (!quiet)
            error.WriteLine(part);
    }
}
