using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>One instance of a plug-in on the shot, and the image that it renders into.</summary>
internal sealed class PluginInstance : IDisposable
{
    private readonly RenderSession _session;
    private readonly HostedInstance _instance;
    private readonly OfxRectI _window;
    private readonly PluginImage _image;
    private readonly RenderSequence _sequence;
    private readonly IImageDevice? _device;
    private readonly List<string> _fallbacks = [];

    /// <summary>Makes the instance and begins the shot.</summary>
    /// <param name="plugin">The plug-in.</param>
    /// <param name="source">Binds to its main input.</param>
    /// <param name="settings">Its parameters.</param>
    /// <param name="media">The source.</param>
    /// <param name="depth">The depth of the pictures that it renders into.</param>
    /// <param name="device">The graphics card to hand images over on; null for the processor's memory.</param>
    /// <exception cref="CliException">The plug-in doesn't take images on that card.</exception>
    public PluginInstance(HostedPlugin plugin, CurrentFrameSource source, PluginSettings settings, MediaSource media, PixelDepth depth, IImageDevice? device)
    {
        _device = device;
        _sequence = new RenderSequence(media.Frames[0], media.Frames[^1]) { Sequential = true, Device = device };
        _window = source.Bounds;
        _session = new RenderSession(plugin, ContextOf(plugin), ProjectOf(media, _window, depth), prepared =>
        {
            MainInput(prepared).Bind(source);
            PluginParameters.Apply(prepared, settings);
        });
        _instance = _session.Instance;
        if (device is not null && !_instance.Takes(device.Api))
        {
            _session.Dispose();
            throw new CliException($"The plug-in '{plugin.Identifier}' takes no {device.Api} images; leave --gpu out.");
        }

        string output = _instance.Clips.Output.Name;
        Input = MainInput(_instance).Name;
        _image = new PluginImage(output, _instance.ClipPreferences.Clips[output], _window, depth, plugin.Profile);
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
        .Select(message => message.Text)
        .Concat(_fallbacks);

    /// <summary>Renders the frame that the source holds.</summary>
    /// <param name="plate">The source's image, which goes out where the plug-in would change nothing.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="time">The frame.</param>
    /// <param name="token">Makes the plug-in stop.</param>
    /// <exception cref="CliException">It failed.</exception>
    public void Render(PluginImage plate, FrameBuffer output, double time, CancellationToken token)
    {
        _instance.TimeLine.Time = time;
        bool untouched = _instance.Plugin.Profile.Behaviour.AsksBeforeRender
            && _instance.IsIdentity(time, _window) is { } reply && reply.Clip == Input && reply.Time == time;
        if (untouched)
        {
            plate.Give(output);
            return;
        }

        RenderOutcome outcome = _session.Render(new RenderRequest(time, _window, _image.Image) { Cancellation = token, Device = _device });
        if (outcome.Failure is { } reason)
        {
            token.ThrowIfCancellationRequested();
            throw new CliException($"Frame {time} could not be rendered: {reason}");
        }

        if (_device is not null && !outcome.IsOnDevice)
            _fallbacks.Add($"Frame {time} was rendered on the processor: {(outcome.Messages is [.., var last] ? last.Text : "the graphics card failed.")}");
        _image.Give(output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _instance.EndSequenceRender(_sequence);
        _session.Dispose();
        _image.Dispose();
    }

    /// <summary>The context that the host likes best of those that take one plate.</summary>
    private static string ContextOf(HostedPlugin plugin)
    {
        IReadOnlyList<string> offered = plugin.Describe().SupportedContexts;
        return plugin.Profile.Contexts.FirstOrDefault(context => offered.Contains(context)
                && context is OfxContexts.kOfxImageEffectContextFilter or OfxContexts.kOfxImageEffectContextGeneral)
            ?? throw new CliException($"The plug-in '{plugin.Identifier}' renders no plate (it shares neither a Filter nor a General context with the host); use another one.");
    }

    private static HostedClip MainInput(HostedInstance instance) =>
        instance.Clips.Inputs.FirstOrDefault(clip => clip.Name == OfxValues.kOfxImageEffectSimpleSourceClipName)
        ?? instance.Clips.Inputs.FirstOrDefault(clip => !clip.IsOptional)
        ?? throw new CliException($"The plug-in '{instance.Plugin.Identifier}' has no input for a plate; use another one.");

    private static ProjectSettings ProjectOf(MediaSource media, OfxRectI window, PixelDepth depth) => new()
    {
        OffsetX = window.x1 * media.PixelAspect.Value,
        OffsetY = window.y1,
        Width = media.Width * media.PixelAspect.Value,
        Height = media.Height,
        PixelAspectRatio = media.PixelAspect.Value,
        FrameRate = media.FrameRate.Value,
        FirstFrame = media.Frames[0],
        LastFrame = media.Frames[^1],
        OutputDepth = PluginImage.ToBitDepth(depth),
    };
}
