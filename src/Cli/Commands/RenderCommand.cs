using System.CommandLine;
using System.Text;
using FaceFusion.Cli.Layers;
using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.Ffmpeg;
using FaceFusion.Cli.Media.Probing;
using FaceFusion.Cli.Plugins;
using FaceFusion.Cli.Progress;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host.Devices;

namespace FaceFusion.Cli.Commands;

/// <summary><c>facefusion render</c>: a shot through a plug-in, from file to file.</summary>
internal static class RenderCommand
{
    private static readonly Argument<string> Input = new("INPUT")
    {
        Description = "A picture, a video, a folder of frames, or a sequence such as shot.####.exr.",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Where to: .png .exr .tif .dpx .jpg (numbered: out.####.png), .mp4 .mov .mkv .gif.",
        HelpName = "OUTPUT",
        Required = true,
    };

    private static readonly Option<string[]> Identity = new("--identity")
    {
        Description = "A photo (JPEG or PNG) of the face to put in; may be repeated with other photos of the same person.",
        HelpName = "PICTURE",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Person = new("--person")
    {
        Description = "A photo of who of the shot is replaced, told from the others by their face.",
        HelpName = "PICTURE",
    };

    private static readonly Option<Replacement[]> Replace = new("--replace")
    {
        Description = "Another person of the shot and who is put in for them; may be repeated. Without --identity for the first person too.",
        HelpName = "PERSON=IDENTITY",
        CustomParser = Replacement.Parse,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Plugin = new("--plugin")
    {
        Description = "The .ofx.bundle to render with; FaceFusion's own where not given.",
        HelpName = "BUNDLE",
    };

    private static readonly Option<string?> Effect = new("--effect")
    {
        Description = "Which plug-in of the bundle, by identifier, where it holds several.",
        HelpName = "ID",
    };

    private static readonly Option<string?> Host = HostOption.Create("Render as a host does: {0}.");

    private static readonly Option<ParameterSetting[]> Settings = new("--set")
    {
        Description = "A parameter's value; may be repeated. 'facefusion describe' lists the names.",
        HelpName = "NAME=VALUE",
        CustomParser = ParameterSetting.Parse,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Frames = new("--frames")
    {
        Description = "Which frames: 12, 1-48, or every other one, 1-48x2. A video's first frame is 1.",
        HelpName = "A-B[xN]",
    };

    private static readonly Option<string?> Rate = new("--fps")
    {
        Description = "Frames per second of a sequence that doesn't tell (24 where not given).",
        HelpName = "RATE",
    };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Leave frames alone that exist, render the missing ones." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace files that exist." };
    private static readonly Option<bool> ToDisplay = new("--to-display")
    {
        Description = "Encode scene-linear floats with the sRGB curve, clipped to 0-1, for a format without floats.",
    };

    private static readonly Option<string?> Colourspace = new("--colourspace")
    {
        Description = "What the input's numbers mean, where the file doesn't tell: " + string.Join(", ", SourceColour.Names) + ".",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Layers = new("--layers")
    {
        Description = "Also write all layers of each frame as OpenEXR (layers.####.exr), its data as JSON, and stabilise.nk.",
        HelpName = "FOLDER-or-PATTERN",
    };

    private static readonly Option<string?> Layer = new("--output-layer")
    {
        Description = "What to render: composite, face, matte, face-matte, patch or debug.",
        HelpName = "LAYER",
    };

    private static readonly Option<string?> Gpu = new("--gpu")
    {
        Description = "Hand the images over on a graphics card, as hosts do: opencl or cuda.",
        HelpName = "API",
    };

    private static readonly Option<string?> Provider = ProviderOption.Create();

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Show no progress." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print what was done as one JSON object." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Colourspace.AcceptOnlyFromAmong(SourceColour.Names);
        Gpu.AcceptOnlyFromAmong("opencl", "cuda");
        Layer.AcceptOnlyFromAmong("composite", "face", "matte", "face-matte", "patch", "debug");
        Command command = new("render", "Renders a picture, a sequence or a video through the node.")
        {
            Input, Output, Identity, Person, Replace, Plugin, Effect, Host, Settings, Frames, Rate, Resume, Overwrite, ToDisplay, Colourspace, Layer, Layers, Gpu, Provider, Quiet, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Resume) && result.GetValue(Overwrite))
                result.AddError("--resume keeps files and --overwrite replaces them: give one of the two");
            if (result.GetResult(Replace) is not null && result.GetResult(Identity) is null != result.GetResult(Person) is null)
                result.AddError("--identity is put in for --person: give both beside --replace, or neither");
        });
        command.SetAction((parsed, token) => Task.Run(() => Run(parsed, token), token));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken token)
    {
        FfmpegTools tools = FfmpegTools.Locate();
        MediaSource source = WithRate(new MediaProbe(tools, token).Open(parsed.GetRequiredValue(Input)), parsed.GetValue(Rate));
        if (parsed.GetValue(Colourspace) is { } colourspace)
            source = source with { Colourspace = SourceColour.Named(colourspace) };
        FrameRange? range = parsed.GetValue(Frames) is { } frames ? FrameRange.Parse(frames) : null;
        RenderPlan plan = RenderPlan.Make(source, parsed.GetRequiredValue(Output), range, Existing(parsed), parsed.GetValue(ToDisplay), parsed.GetValue(Layers));

        PluginSettings settings = new(
            BundleLocator.Find(parsed.GetValue(Plugin)), HostOption.ProfileOf(parsed.GetValue(Host)), parsed.GetValue(Effect), parsed.GetValue(Identity) ?? [],
            parsed.GetValue(Layer), parsed.GetValue(Settings) ?? []);
        string? person = parsed.GetValue(Person);
        settings = settings with
        {
            Gpu = parsed.GetValue(Gpu) switch { "opencl" => DeviceApi.OpenCl, "cuda" => DeviceApi.Cuda, _ => null },
            Provider = parsed.GetValue(Provider),
            People = [.. person is null ? [] : new[] { new Replacement(person) }, .. parsed.GetValue(Replace) ?? []],
        };
        using PluginRenderer renderer = PluginRenderer.Open(settings, source, token);
        using LayeredRenderer? layered = plan.Layers is null ? null : new LayeredRenderer(renderer, plan.Layers, source, token);
        RenderJob job = new(plan, layered is null ? renderer : layered, renderer.OutputAlpha, tools);
        TextWriter error = parsed.InvocationConfiguration.Error;
        bool quiet = parsed.GetValue(Quiet);
        RenderReport report = ProgressDisplay.Run(quiet, error, plan.Frames.Count, progress => job.Run(progress, token));
        report = report with { Notes = [.. report.Notes, .. renderer.Notes, .. LayerNotes(plan)] };
        RenderSummary.Print(parsed.InvocationConfiguration, plan, report, quiet, parsed.GetValue(Json));
        return ExitCode.Done;
    }

    // The script tells of the whole shot: also of frames that existed.
    private static IEnumerable<string> LayerNotes(RenderPlan plan)
    {
        if (plan.Layers is not { } layers)
            return [];
        FaceTrack track = FaceTrack.Read(layers, plan.AllFrames);
        if (track.Keys.Count == 0)
            return [$"No frame shows a face: '{layers.Script}' was not written."];

        layers.Put(layers.Script, stream => stream.Write(Encoding.UTF8.GetBytes(StabiliseScript.Write(track))));
        return [];
    }

    private static ExistingFiles Existing(ParseResult parsed) =>
        parsed.GetValue(Overwrite) ? ExistingFiles.Replace
        : parsed.GetValue(Resume) ? ExistingFiles.Keep
        : ExistingFiles.Refuse;

    private static MediaSource WithRate(MediaSource source, string? rate)
    {
        if (rate is null)
            return source;
        if (!Rational.TryParse(rate, out Rational value))
            throw CliException.Usage($"The frame rate '{rate}' can't be read; write 24, 23.976 or 24000/1001.");
        if (source.Kind == MediaKind.Video)
            throw CliException.Usage($"The video '{source.Path}' has a frame rate of its own; leave --fps out.");

        return source with { FrameRate = value };
    }
}
