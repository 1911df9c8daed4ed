using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>Renders with a plug-in, as a compositor would: opens its bundle, makes an instance, sends it frames.</summary>
internal sealed class PluginRenderer : IFrameRenderer, IDisposable
{
    private static readonly HostProfile Profile = HostProfile.Modern with
    {
        SupportsTemporalAccess = false,
        SupportsOverlays = false,
        Depths = [BitDepth.Float, BitDepth.Short, BitDepth.Byte],
        Components = [PixelComponents.Rgba],
    };

    private readonly OfxBundle _bundle;
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
        _window = new OfxRectI { x2 = media.Width, y2 = media.Height };
        _sequence = new RenderSequence(media.Frames[0], media.Frames[^1]) { Sequential = true };
        _source = new CurrentFrameSource(FormatOf(media), media.Width, media.Height);

        HostedPlugin plugin = PluginBundle.Choose(bundle, settings.Effect);
        _instance = plugin.CreateInstance(ContextOf(plugin), ProjectOf(media), prepared =>
        {
            MainInput(prepared).Bind(_source);
            PluginParameters.Apply(prepared, settings);
        });
        HostedClip input = MainInput(_instance);
        _sourceClip = input.Name;
        IReadOnlyDictionary<string, ClipPreference> preferences = _instance.ClipPreferences.Clips;
        _sourceImage = new PluginImage(input.Name, preferences[input.Name], media.Width, media.Height, media.Depth);
        _outputImage = new PluginImage(_instance.Clips.Output.Name, preferences[_instance.Clips.Output.Name], media.Width, media.Height, media.Depth);
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
        OfxBundle bundle = OfxBundle.Load(settings.Bundle, Profile);
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
        bool untouched = _instance.IsIdentity(time, _window) is { } reply && reply.Clip == _sourceClip && reply.Time == time;
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
        _instance.Dispose();
        _bundle.Dispose();
        _sourceImage.Dispose();
        _outputImage.Dispose();
    }

    private void RenderFrame(FrameBuffer output, double time)
    {
        RenderOutcome outcome = _instance.Render(new RenderRequest(time, _window, _outputImage.Image) { Cancellation = _token });
        if (outcome.Failure is { } reason)
        {
            _token.ThrowIfCancellationRequested();
            throw new CliException($"Frame {time} could not be rendered: {reason}");
        }

        _outputImage.Give(output);
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

    private static ProjectSettings ProjectOf(MediaSource media) => new()
    {
        Width = media.Width * media.PixelAspect.Value,
        Height = media.Height,
        PixelAspectRatio = media.PixelAspect.Value,
        FrameRate = media.FrameRate.Value,
        FirstFrame = media.Frames[0],
        LastFrame = media.Frames[^1],
    };

    private static ClipFormat FormatOf(MediaSource media) => new()
    {
        Depth = PluginImage.ToBitDepth(media.Depth),
        Components = PixelComponents.Rgba,
        Premultiplication = PluginImage.ToPremultiplication(media.Alpha),
        PixelAspectRatio = media.PixelAspect.Value,
        FrameRate = media.FrameRate.Value,
        FirstFrame = media.Frames[0],
        LastFrame = media.Frames[^1],
        Colourspace = SourceColour.Of(media),
    };
}
