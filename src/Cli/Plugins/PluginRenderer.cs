using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>Renders with a plug-in, as a compositor would: opens its bundle, makes an instance, sends it frames.</summary>
internal sealed class PluginRenderer : IFrameRenderer, IDisposable
{
    /// <summary>Depths that pictures have; a plug-in of a host with others gets the next deeper one.</summary>
    private static readonly BitDepth[] Depths = [BitDepth.Float, BitDepth.Short, BitDepth.Byte];

    private readonly OfxBundle _bundle;
    private readonly RenderSession _session;
    private readonly HostedInstance _instance;
    private readonly string _sourceClip;
    private readonly CurrentFrameSource _source;
    private readonly PluginImage _sourceImage;
    private readonly PluginImage _outputImage;
    private readonly RenderSequence _sequence;
    private readonly OfxRectI _window;
    private readonly CancellationToken _token;

    private PluginRenderer(OfxBundle bundle, PluginSettings settings, MediaSource media, CancellationToken token)
    {
        _bundle = bundle;
        _token = token;
        _window = WindowOf(media, bundle.Profile.Behaviour);
        _sequence = new RenderSequence(media.Frames[0], media.Frames[^1]) { Sequential = true };
        _source = new CurrentFrameSource(FormatOf(media), _window);

        HostedPlugin plugin = PluginBundle.Choose(bundle, settings.Effect);
        _session = new RenderSession(plugin, ContextOf(plugin), ProjectOf(media, _window), prepared =>
        {
            MainInput(prepared).Bind(_source);
            PluginParameters.Apply(prepared, settings);
        });
        _instance = _session.Instance;
        HostedClip input = MainInput(_instance);
        _sourceClip = input.Name;
        IReadOnlyDictionary<string, ClipPreference> preferences = _instance.ClipPreferences.Clips;
        _sourceImage = new PluginImage(input.Name, preferences[input.Name], _window, media.Depth, bundle.Profile);
        _outputImage = new PluginImage(_instance.Clips.Output.Name, preferences[_instance.Clips.Output.Name], _window, media.Depth, bundle.Profile);
        _source.Image = _sourceImage.Image;
        _instance.BeginSequenceRender(_sequence);
    }

    /// <summary>What the alpha of rendered pictures means; a matte is a picture in grey, whatever its alpha.</summary>
    public AlphaMode OutputAlpha => PluginParameters.RendersMatte(_instance) ? AlphaMode.Opaque : _outputImage.Alpha;

    /// <summary>What the plug-in told the user, each thing once.</summary>
    public IEnumerable<string> Notes => _instance.Messages.All
        .Where(message => message.Type is OfxMessageTypes.kOfxMessageWarning or OfxMessageTypes.kOfxMessageMessage)
        .Select(message => message.Text)
        .Distinct();

    /// <summary>Opens a bundle and makes an instance for a source.</summary>
    /// <param name="settings">Which plug-in, with which parameters.</param>
    /// <param name="media">The source.</param>
    /// <param name="token">Makes the plug-in stop.</param>
    /// <exception cref="CliException">The bundle, the parameters or the plug-in's own word is in the way.</exception>
    public static PluginRenderer Open(PluginSettings settings, MediaSource media, CancellationToken token) => PluginBundle.Guarded(() =>
    {
        OfxBundle bundle = OfxBundle.Load(settings.Bundle, ProfileOf(settings.Host));
        try
        {
            return new PluginRenderer(bundle, settings, media, token);
        }
        catch
        {
            bundle.Dispose();
            throw;
        }
    });

    /// <inheritdoc/>
    public void Render(FrameBuffer source, FrameBuffer output, double time) => PluginBundle.Guarded(() =>
    {
        _source.Time = time;
        _instance.TimeLine.Time = time;
        _sourceImage.Take(source);
        bool untouched = _bundle.Profile.Behaviour.AsksBeforeRender
            && _instance.IsIdentity(time, _window) is { } reply && reply.Clip == _sourceClip && reply.Time == time;
        if (untouched)
            _sourceImage.Give(output);
        else
            RenderFrame(output, time);
        return untouched;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _instance.EndSequenceRender(_sequence);
        _session.Dispose();
        _bundle.Dispose();
        _sourceImage.Dispose();
        _outputImage.Dispose();
    }

    private void RenderFrame(FrameBuffer output, double time)
    {
        RenderOutcome outcome = _session.Render(new RenderRequest(time, _window, _outputImage.Image) { Cancellation = _token });
        if (outcome.Failure is { } reason)
        {
            _token.ThrowIfCancellationRequested();
            throw new CliException($"Frame {time} could not be rendered: {reason}");
        }

        _outputImage.Give(output);
    }

    /// <summary>Frames come once, in order, as RGBA; nobody looks at an overlay.</summary>
    private static HostProfile ProfileOf(HostProfile host) => host with
    {
        SupportsTemporalAccess = false,
        SupportsOverlays = false,
        Depths = [.. host.Depths.Intersect(Depths)],
        Components = [PixelComponents.Rgba],
    };

    /// <summary>The context that the host likes best of those that take one plate.</summary>
    private static string ContextOf(HostedPlugin plugin)
    {
        IReadOnlyList<string> offered = plugin.Describe().SupportedContexts;
        return plugin.Profile.Contexts.FirstOrDefault(context => offered.Contains(context)
                && context is OfxContexts.kOfxImageEffectContextFilter or OfxContexts.kOfxImageEffectContextGeneral)
            ?? throw new CliException($"The plug-in '{plugin.Identifier}' renders no plate (it shares neither a Filter nor a General context with the host); use another one.");
    }

    /// <summary>The pixels of a frame, from where the host has its pictures begin.</summary>
    private static OfxRectI WindowOf(MediaSource media, HostBehaviour behaviour)
    {
        int left = (int)Math.Round(behaviour.ClipOrigin.X / media.PixelAspect.Value), bottom = behaviour.ClipOrigin.Y;
        return new OfxRectI { x1 = left, y1 = bottom, x2 = left + media.Width, y2 = bottom + media.Height };
    }

    private static HostedClip MainInput(HostedInstance instance) =>
        instance.Clips.Inputs.FirstOrDefault(clip => clip.Name == OfxValues.kOfxImageEffectSimpleSourceClipName)
        ?? instance.Clips.Inputs.FirstOrDefault(clip => !clip.IsOptional)
        ?? throw new CliException($"The plug-in '{instance.Plugin.Identifier}' has no input for a plate; use another one.");

    private static ProjectSettings ProjectOf(MediaSource media, OfxRectI window) => new()
    {
        OffsetX = window.x1 * media.PixelAspect.Value,
        OffsetY = window.y1,
        Width = media.Width * media.PixelAspect.Value,
        Height = media.Height,
        PixelAspectRatio = media.PixelAspect.Value,
        FrameRate = media.FrameRate.Value,
        FirstFrame = media.Frames[0],
        LastFrame = media.Frames[^1],
    };

    /// <summary>Floats are scene-linear, everything else is made for a display: basic colour spaces of OpenFX 1.5.</summary>
    private static ClipFormat FormatOf(MediaSource media) => new()
    {
        Depth = PluginImage.ToBitDepth(media.Depth),
        Components = PixelComponents.Rgba,
        Premultiplication = PluginImage.ToPremultiplication(media.Alpha),
        PixelAspectRatio = media.PixelAspect.Value,
        FrameRate = media.FrameRate.Value,
        FirstFrame = media.Frames[0],
        LastFrame = media.Frames[^1],
        Colourspace = media.Depth == PixelDepth.Float ? "ofx_scene_linear" : "ofx_display_sdr",
    };
}
