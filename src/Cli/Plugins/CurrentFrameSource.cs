using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Plugins;

/// <summary>A clip of which the frame under way alone can be had: frames come once, in order.</summary>
/// <param name="format">What the clip is by nature.</param>
/// <param name="bounds">The pixels of a frame.</param>
internal sealed class CurrentFrameSource(ClipFormat format, OfxRectI bounds) : IClipSource
{
    /// <summary>Holds the frame, in the form that the plug-in prefers; <see langword="null"/> before the first one.</summary>
    public HostImage? Image { get; set; }

    /// <summary>The frame's number.</summary>
    public double Time { get; set; } = format.FirstFrame;

    /// <summary>The pixels of a frame.</summary>
    public OfxRectI Bounds => bounds;

    /// <inheritdoc/>
    public ClipFormat Format => format;

    /// <inheritdoc/>
    public OfxRectD RegionOfDefinition(double time) => new()
    {
        x1 = bounds.x1 * format.PixelAspectRatio,
        y1 = bounds.y1,
        x2 = bounds.x2 * format.PixelAspectRatio,
        y2 = bounds.y2,
    };

    /// <inheritdoc/>
    public HostImage? GetImage(in ClipImageRequest request) => request.Time == Time ? Image : null;
}
