using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>The same image at every time of a range, in the form it has.</summary>
/// <param name="image">The image; stays the caller's.</param>
/// <param name="format">Everything that the image doesn't say; depth and components are the image's.</param>
public sealed class StillClipSource(HostImage image, ClipFormat? format = null) : IClipSource
{
    /// <inheritdoc/>
    public ClipFormat Format { get; } = (format ?? new ClipFormat()) with
    {
        Depth = image.Depth,
        Components = image.Components,
        Premultiplication = image.Premultiplication,
        PixelAspectRatio = image.PixelAspectRatio,
    };

    /// <inheritdoc/>
    public OfxRectD RegionOfDefinition(double time) => new()
    {
        x1 = image.RegionOfDefinition.x1 * image.PixelAspectRatio,
        y1 = image.RegionOfDefinition.y1,
        x2 = image.RegionOfDefinition.x2 * image.PixelAspectRatio,
        y2 = image.RegionOfDefinition.y2,
    };

    /// <inheritdoc/>
    public HostImage? GetImage(in ClipImageRequest request) =>
        request.Time >= Format.FirstFrame && request.Time <= Format.LastFrame ? image : null;
}
