using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.OpenExr;
using FaceFusion.Cli.Plugins;
using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Layers;

/// <summary>
/// Renders every frame from all sides: writes its layers, then hands out the picture that was asked for. The node keeps
/// the swap between them.
/// </summary>
internal sealed class LayeredRenderer : IFrameRenderer, IDisposable
{
    private readonly PluginRenderer _plugin;
    private readonly LayerTarget _target;
    private readonly LayerPictures _pictures;
    private readonly ExrPicture _form;
    private readonly (PluginInstance Node, FrameBuffer Picture)[] _layers;
    private readonly CancellationToken _token;

    /// <summary>Opens the outputs.</summary>
    /// <param name="plugin">What renders; stays the caller's.</param>
    /// <param name="target">Where the layers go.</param>
    /// <param name="media">The source.</param>
    /// <param name="token">Ends a frame's writing.</param>
    /// <exception cref="CliException">The plug-in has no such outputs.</exception>
    public LayeredRenderer(PluginRenderer plugin, LayerTarget target, MediaSource media, CancellationToken token)
    {
        _plugin = plugin;
        _target = target;
        _token = token;
        _form = Form(media);
        List<PluginInstance> nodes = [];
        try
        {
            // The composite comes last: the other outputs tell the node that the frame will be looked at again.
            foreach (string layer in (string[])["matte", "face-matte", "patch", "st-map", "inverse-st-map"])
                nodes.Add(plugin.Open(layer));
            nodes.Add(plugin.Open("composite", target.DataPattern));
            _pictures = new LayerPictures(media, nodes[^1].Alpha);
        }
        catch
        {
            nodes.ForEach(node => node.Dispose());
            throw;
        }

        FrameBuffer[] pictures = [_pictures.Matte, _pictures.FaceMatte, _pictures.Patch, _pictures.Map, _pictures.InverseMap, _pictures.Composite];
        _layers = [.. nodes.Zip(pictures)];
    }

    /// <inheritdoc/>
    public void Render(FrameBuffer source, FrameBuffer output, double time)
    {
        _plugin.Take(source, time);
        foreach ((PluginInstance node, FrameBuffer picture) in _layers)
            _plugin.Render(node, picture, time);
        _pictures.Compose(source);
        _target.Put(_target.PictureOf((int)time), stream => ExrWriter.Write(stream, _form, _pictures.Channels(), _token));
        _plugin.Render(source, output, time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((PluginInstance node, _) in _layers)
            node.Dispose();
        _pictures.Dispose();
    }

    private static ExrPicture Form(MediaSource media) => new()
    {
        PixelAspect = media.PixelAspect,
        FrameRate = media.FrameRate,
        IsRec709 = media.Colour.Primaries is null or "bt709",
        Texts = new Dictionary<string, string>
        {
            ["software"] = "FaceFusion OFX",
            ["comments"] = "face + plate * (1 - matte) = RGBA, all premultiplied; st: patch to frame, st_inverse: frame to patch, (0, 0) at the lower left.",
            ["facefusion:values"] = media.Depth == PixelDepth.Float ? "scene-linear" : "display-referred",
        },
    };
}
