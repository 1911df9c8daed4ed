using System.CommandLine;
using FaceFusion.Cli.Commands;
using FaceFusion.Host;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Pictures;
using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>The hidden command that tries one part under one host, in a process that a plug-in may end.</summary>
internal static class ValidationChild
{
    /// <summary>The command's name.</summary>
    public const string CommandName = "validate-part";

    /// <summary>Sides of the test pattern: small, not square, no powers of two.</summary>
    private const int PatternWidth = 120, PatternHeight = 90;

    private const int GreatestSide = 320;

    private static readonly Argument<string> Bundle = new("BUNDLE");
    private static readonly Option<string?> Host = HostOption.Create("{0}");
    private static readonly Option<ValidationPart> Part = new("--part");
    private static readonly Option<string> Report = new("--report") { Required = true };
    private static readonly Option<string?> Plate = new("--plate");
    private static readonly Option<ParameterSetting[]> Settings = new("--set")
    {
        CustomParser = ParameterSetting.Parse,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command command = new(CommandName, "Tries one part of a validation.") { Bundle, Host, Part, Report, Plate, Settings };
        command.Hidden = true;
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        ParameterSetting[] settings = parsed.GetValue(Settings) ?? [];
        Picture plate = parsed.GetValue(Plate) is { } file ? Small(PictureFile.Load(file)) : Picture.TestPattern(PatternWidth, PatternHeight);
        using ChildReport report = new(parsed.GetRequiredValue(Report));
        ValidationSubject subject = new(
            parsed.GetRequiredValue(Bundle), HostOption.ProfileOf(parsed.GetValue(Host)), plate, instance => Apply(instance, settings));
        PluginValidator.Run(subject, parsed.GetValue(Part), report);
        report.Done();
        return ExitCode.Done;
    }

    /// <summary>A picture small enough to be rendered a hundred times.</summary>
    private static Picture Small(Picture picture)
    {
        double factor = Math.Min(1, (double)GreatestSide / Math.Max(picture.Width, picture.Height));
        return picture.Resized(Math.Max(1, (int)(picture.Width * factor)), Math.Max(1, (int)(picture.Height * factor)));
    }

    /// <summary>Sets what a plug-in has of the parameters; a bundle may hold several plug-ins.</summary>
    private static void Apply(HostedInstance instance, IEnumerable<ParameterSetting> settings)
    {
        foreach (ParameterSetting setting in settings)
        {
            if (instance.Params.TryGet(setting.Name, out HostedParam? parameter))
                parameter.Parse(setting.Value);
        }
    }
}
