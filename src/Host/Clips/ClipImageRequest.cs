using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>What a plug-in asks a clip for.</summary>
/// <param name="Time">The time, in frames.</param>
/// <param name="RenderScale">Scale from canonical coordinates to pixels.</param>
/// <param name="Region">The region wanted, in canonical coordinates; null for all.</param>
/// <param name="Depth">The storage that the image must have.</param>
/// <param name="Components">The components that the image must have.</param>
public readonly record struct ClipImageRequest(
    double Time, OfxPointD RenderScale, OfxRectD? Region, BitDepth Depth, PixelComponents Components);
