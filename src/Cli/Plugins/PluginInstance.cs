using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>One instance of a plug-in on the shot, and the image that it renders into.</summary>
internal sealed class PluginInstance : IDisposable
{
    private readonly HostedInstance _instance;
    private readonly PluginImage _image;
    private readonly RenderSequence _sequence;

    /// <summary>Makes the instance and begins the shot.</summary>
    /// <param name="plugin">The plug-in.</param>
    /// <param name="source">Binds to its main input.</param>
    /// <param name="settings">Its parameters.</param>
    /// <param name="media">The source.</param>
    /// <param name="depth">The depth of the pictures that it renders into.</param>
    public PluginInstance(HostedPlugin plugin, CurrentFrameSource source, PluginSettings settings, MediaSource media, PixelDepth depth)
    {
        _sequence = new RenderSequence(media.Frames[0], media.Frames[^1]) { Sequential = true };
        _instance = plugin.CreateInstance(ContextOf(plugin), ProjectOf(media, depth), prepared =>
        {
            MainInput(prepared).Bind(source);
            PluginParameters.Apply(prepared, settings);
        });
        string output = _instance.Clips.Output.Name;
        Input = MainInput(_instance).Name;
        _image = new PluginImage(output, _instance.ClipPreferences.Clips[output], media.Width, media.Height, depth);
        _instance.BeginSequenceRender(_sequence);
    }

    /// <summary>The clip that takes the plate.</summary>
    public string Input { get; }

    /// <summary>How the plug-in wants it.</summary>
    public ClipPreference InputPreference => _instance.ClipPreferences.Clips[Input];

    /// <summary>What the alpha of rendered pictures means.</summary>
    public AlphaMode Alpha => _image.Alpha;

    /// <summary>Whether the pictures are mattes.</summary>
    public bool RendersMatte => PluginParameters.RendersMatte(_instance);

    /// <summary>What the plug-in told the user.</summary>
    public IEnumerable<string> Notes => _instance.Messages.All
        .Where(message => message.Type is OfxMessageTypes.kOfxMessageWarning or OfxMessageTypes.kOfxMessageMessage)
        .Select(message => message.Text);

    /// <summary>Renders the frame that the source holds.</summary>
    /// <param name="plate">The source's image, which goes out where the plug-in would change nothing.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="time">The frame.</param>
    /// <param name="token">Makes the plug-in stop.</param>
    /// <exception cref="CliException">It failed.</exception>
    public void Render(PluginImage plate, FrameBuffer output, double time, CancellationToken token)
    {
        OfxRectI window = new() { x2 = output.Width, y2 = output.Height };
        _instance.TimeLine.Time = time;
        if (_instance.IsIdentity(time, window) is { } reply && reply.Clip == Input && reply.Time == time)
        {
            plate.Give(output);
            return;
        }

        RenderOutcome outcome = _instance.Render(new RenderRequest(time, window, _image.Image) { Cancellation = token });
        if (outcome.Failure is { } reason)
        {
            token.ThrowIfCancellationRequested();
            throw new CliException($"Frame {time} could not be rendered: {reason}");
        }

        _image.Give(output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _instance.EndSequenceRender(_sequence);
        _instance.Dispose();
        _image.Dispose();
    }

    /// <summary>The simplest context that takes one plate.</summary>
    private static string ContextOf(HostedPlugin plugin)
    {
        IReadOnlyList<string> offered = plugin.Describe().SupportedContexts;
        string[] usable = [OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral];
        return Array.Find(usable, offered.Contains)
            ?? throw new CliException($"The plug-in '{plugin.Identifier}' renders no plate (it has neither a Filter nor a General context); use another one.");
    }

    private static HostedClip MainInput(HostedInstance instance) =>
        instance.Clips.Inputs.FirstOrDefault(clip => clip.Name == OfxValues.kOfxImageEffectSimpleSourceClipName)
        ?? instance.Clips.Inputs.FirstOrDefault(clip => !clip.IsOptional)
        ?? throw new CliException($"The plug-in '{instance.Plugin.Identifier}' has no input for a plate; use another one.");

    private static ProjectSettings ProjectOf(MediaSource media, PixelDepth depth) => new()
    {
        Width = media.Width * media.PixelAspect.Value,
        Height = media.Height,
        PixelAspectRatio = media.PixelAspect.Value,
        FrameRate = media.FrameRate.Value,
        FirstFrame = media.Frames[0],
        LastFrame = media.Frames[^1],
        OutputDepth = PluginImage.ToBitDepth(depth),
    };
}
