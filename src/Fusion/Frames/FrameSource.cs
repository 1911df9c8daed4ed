using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Frames;

/// <summary>A frame whose pixels lie elsewhere, in a graphics card's memory, and come to the processor part by part.</summary>
public abstract class FrameSource
{
    /// <summary>Makes pixels readable; those that already are stay as they are. Any thread may call it.</summary>
    /// <param name="part">Which; inside the frame.</param>
    public abstract void Require(RectI part);

    /// <summary>The frame averaged where it lies; null where bringing its pixels costs no more.</summary>
    /// <param name="destinationToSource">Continuous coordinates of a small picture to those of the frame's raster.</param>
    /// <param name="space">What the frame's values mean.</param>
    /// <param name="premultiplied">Whether colours are multiplied by alpha.</param>
    public abstract FootprintCells? TryReadSmall(Affine2D destinationToSource, NetworkSpace space, bool premultiplied);
}
