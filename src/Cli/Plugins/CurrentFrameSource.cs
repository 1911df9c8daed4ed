using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>A clip of which the frame under way alone can be had: frames come once, in order.</summary>
/// <param name="format">What the clip is by nature.</param>
/// <param name="width">Pixels a row.</param>
/// <param name="height">Rows.</param>
internal sealed class CurrentFrameSource(ClipFormat format, int width, int height) : IClipSource
{
    /// <summary>Holds the frame, in the form that the plug-in prefers; <see langword="null"/> before the first one.</summary>
    public HostImage? Image { get; set; }

    /// <summary>The frame's number.</summary>
    public double Time { get; set; } = format.FirstFrame;

    /// <inheritdoc/>
    public ClipFormat Format => format;

    /// <inheritdoc/>
    public OfxRectD RegionOfDefinition(double time) => new() { x2 = width * format.PixelAspectRatio, y2 = height };

    /// <inheritdoc/>
    public HostImage? GetImage(in ClipImageRequest request) => request.Time == Time ? Image : null;
}
