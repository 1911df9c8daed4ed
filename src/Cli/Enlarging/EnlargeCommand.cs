using System.CommandLine;
using FaceFusion.Cli.Commands;
using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Probing;
using FaceFusion.Cli.Progress;
using FaceFusion.Cli.Rendering;
using FaceFusion.Fusion.Enlarging;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Cli.Enlarging;

/// <summary><c>facefusion enlarge</c>: enlarges a picture, a sequence or a video by a network.</summary>
internal static class EnlargeCommand
{
    private static readonly Argument<string> Input = new("INPUT") { Description = "A picture, a video, a folder with one sequence, or a sequence: shot.####.exr." };
    private static readonly Option<string> Output = new("-o", "--output") { Description = "Where the result goes, as in 'render'.", Required = true, HelpName = "OUTPUT" };
    private static readonly Option<string> Network = new("--network") { Description = "What enlarges: a network's name as 'models list' shows it, such as real-esrgan-x4, or an ONNX file.", Required = true, HelpName = "NAME-or-FILE" };
    private static readonly Option<float> Share = new("--share") { Description = "How much of the network's picture is taken, 0 to 1; the rest is enlarged by a filter.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Frames = new("--frames") { Description = "Which frames: 12, 1-48 or 1-48x2.", HelpName = "A-B[xN]" };
    private static readonly Option<bool> Resume = new("--resume") { Description = "Leave frames alone that exist, enlarge the missing ones." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace files that exist." };
    private static readonly Option<bool> ToDisplay = new("--to-display") { Description = "Encode scene-linear floats with the sRGB curve, clipped to 0-1, for a format without floats." };
    private static readonly Option<string?> Colourspace = new("--colourspace")
    {
        Description = "What the input's numbers mean, where the file doesn't tell: " + string.Join(", ", SourceColour.Names) + ".",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Provider = ProviderOption.Create();
    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Show no progress." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print what was done as one JSON object." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Colourspace.AcceptOnlyFromAmong(SourceColour.Names);
        Command command = new("enlarge", "Enlarges a picture, a sequence or a video by a network.")
        {
            Input, Output, Network, Share, Frames, Resume, Overwrite, ToDisplay, Colourspace, Provider, Quiet, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Resume) && result.GetValue(Overwrite))
                result.AddError("--resume keeps files and --overwrite replaces them: give one of the two");
            if (result.GetValue(Share) is not (>= 0 and <= 1))
                result.AddError("--share lies between 0 and 1");
        });
        command.SetAction((parsed, token) => Task.Run(() => Run(parsed, token), token));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken token)
    {
        FrameEnlarger enlarger = Load(parsed.GetRequiredValue(Network), ProviderOption.Of(parsed.GetValue(Provider)));
        FfmpegTools tools = FfmpegTools.Locate();
        MediaSource source = new MediaProbe(tools, token).Open(parsed.GetRequiredValue(Input));
        if (parsed.GetValue(Colourspace) is { } colourspace)
            source = source with { Colourspace = SourceColour.Named(colourspace) };
        FrameRange? range = parsed.GetValue(Frames) is { } frames ? FrameRange.Parse(frames) : null;
        ExistingFiles existing = parsed.GetValue(Overwrite) ? ExistingFiles.Replace : parsed.GetValue(Resume) ? ExistingFiles.Keep : ExistingFiles.Refuse;
        RenderPlan plan = RenderPlan.Make(source, parsed.GetRequiredValue(Output), range, existing, parsed.GetValue(ToDisplay)) with { Scale = enlarger.Scale };

        EnlargingRenderer renderer = new(enlarger, parsed.GetValue(Share), SourceSpace.Of(source), source.PixelAspect.Value);
        RenderJob job = new(plan, renderer, source.Alpha, tools);
        bool quiet = parsed.GetValue(Quiet);
        RenderReport report = ProgressDisplay.Run(quiet, parsed.InvocationConfiguration.Error, plan.Frames.Count, progress => job.Run(progress, token));
        report = report with { Notes = [.. report.Notes, .. ProviderNotes.All] };
        RenderSummary.Print(parsed.InvocationConfiguration, plan, report, quiet, parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static FrameEnlarger Load(string name, ExecutionProvider provider)
    {
        try
        {
            return EnlargerLoader.Load(ModelLibrary.Default(resourceFolder: null).RunBy(provider), name);
        }
        catch (ModelException failure)
        {
            throw new CliException(failure.Message, ExitCode.Failed, failure);
        }
    }
}
