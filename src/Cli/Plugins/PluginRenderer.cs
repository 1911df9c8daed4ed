using FaceFusion.Cli.Commands;
using FaceFusion.Cli.Media;
using FaceFusion.Cli.Rendering;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>Renders with a plug-in, as a compositor would: opens its bundle, makes an instance, sends it frames.</summary>
internal sealed class PluginRenderer : IFrameRenderer, IDisposable
{
    /// <summary>Depths that pictures have; a plug-in of a host with others gets the next deeper one.</summary>
    private static readonly BitDepth[] Depths = [BitDepth.Float, BitDepth.Short, BitDepth.Byte];

    private readonly OfxBundle _bundle;
    private readonly HostedPlugin _plugin;
    private readonly PluginSettings _settings;
    private readonly MediaSource _media;
    private readonly PluginInstance _instance;
    private readonly CurrentFrameSource _source;
    private readonly PluginImage _sourceImage;
    private readonly CancellationToken _token;
    private readonly CardImages? _card;

    private PluginRenderer(OfxBundle bundle, PluginSettings settings, MediaSource media, CardImages? card, CancellationToken token)
    {
        _bundle = bundle;
        _card = card;
        _settings = settings;
        _media = media;
        _token = token;
        _source = new CurrentFrameSource(FormatOf(media), BoundsOf(media, bundle.Profile.Behaviour));
        _plugin = PluginBundle.Choose(bundle, settings.Effect);
        _instance = new PluginInstance(_plugin, _source, settings, media, media.Depth, card);
        _sourceImage = new PluginImage(_instance.Input, _instance.InputPreference, _source.Bounds, media.Depth, bundle.Profile);
        _source.Image = _sourceImage.Image;
    }

    /// <summary>What the alpha of rendered pictures means; a matte is a picture in grey, whatever its alpha.</summary>
    public AlphaMode OutputAlpha => _instance.RendersMatte ? AlphaMode.Opaque : _instance.Alpha;

    /// <summary>What the plug-in told the user, each thing once.</summary>
    public IEnumerable<string> Notes => _instance.Notes.Distinct();

    /// <summary>Opens a bundle and makes an instance for a source.</summary>
    /// <param name="settings">Which plug-in, with which parameters.</param>
    /// <param name="media">The source.</param>
    /// <param name="token">Makes the plug-in stop.</param>
    /// <exception cref="CliException">The bundle, the parameters or the plug-in's own word is in the way.</exception>
    public static PluginRenderer Open(PluginSettings settings, MediaSource media, CancellationToken token) => PluginBundle.Guarded(() =>
    {
        CardImages? card = settings.Gpu is { } api ? CardImages.Open(api) : null;
        OfxBundle? bundle = null;
        try
        {
            bundle = OfxBundle.Load(settings.Bundle, ProfileOf(settings.Host, settings.Gpu));
            return new PluginRenderer(bundle, settings, media, card, token);
        }
        catch
        {
            bundle?.Dispose();
            card?.Dispose();
            throw;
        }
    });

    /// <summary>Makes a further instance on the same source, which shows another layer, as floats.</summary>
    /// <param name="layer">Which one.</param>
    /// <param name="frameData">Where the frames' data go; nowhere when absent.</param>
    /// <exception cref="CliException">The plug-in has no such layer.</exception>
    public PluginInstance Open(string layer, string? frameData = null) => PluginBundle.Guarded(() =>
    {
        IReadOnlyList<ParameterSetting> same = [.. _settings.Parameters.Where(setting => setting.Name is not (PluginParameters.Output or PluginParameters.FrameDataFile))];
        return new PluginInstance(_plugin, _source, _settings with { Layer = layer, FrameData = frameData, Parameters = same }, _media, PixelDepth.Float, _card);
    });

    /// <inheritdoc/>
    public void Render(FrameBuffer source, FrameBuffer output, double time)
    {
        Take(source, time);
        Render(_instance, output, time);
    }

    /// <summary>Takes a frame in, for every instance.</summary>
    /// <param name="source">The plate; not written to.</param>
    /// <param name="time">The frame.</param>
    public void Take(FrameBuffer source, double time)
    {
        _source.Time = time;
        _sourceImage.Take(source);
    }

    /// <summary>Renders the frame that was taken in with a further instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="time">The frame.</param>
    /// <exception cref="CliException">The frame can't be rendered.</exception>
    public void Render(PluginInstance instance, FrameBuffer output, double time) => PluginBundle.Guarded(() =>
    {
        instance.Render(_sourceImage, output, time, _token);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _instance.Dispose();
        _bundle.Dispose();
        _sourceImage.Dispose();
        _card?.Dispose();
    }

    /// <summary>Frames come once, in order, as RGBA; nobody looks at an overlay.</summary>
    private static HostProfile ProfileOf(HostProfile host, DeviceApi? gpu) => host with
    {
        Gpu = gpu is { } api ? GpuSupport.Of(api) : host.Gpu,
        SupportsTemporalAccess = false,
        SupportsOverlays = false,
        Depths = [.. host.Depths.Intersect(Depths)],
        Components = [PixelComponents.Rgba],
    };

    /// <summary>The pixels of a frame, from where the host has its pictures begin.</summary>
    private static OfxRectI BoundsOf(MediaSource media, HostBehaviour behaviour)
    {
        int left = (int)Math.Round(behaviour.ClipOrigin.X / media.PixelAspect.Value), bottom = behaviour.ClipOrigin.Y;
        return new OfxRectI { x1 = left, y1 = bottom, x2 = left + media.Width, y2 = bottom + media.Height };
    }

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
