using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Frames;

/// <summary>One frame as its owner holds it: pixels in raster order and what their values mean. Owns nothing.</summary>
/// <param name="Pixels">The pixels; valid as long as their owner keeps them.</param>
/// <param name="Space">How host values become the display-referred values that networks know.</param>
/// <param name="Premultiplied">Whether colours have been multiplied by alpha.</param>
/// <param name="PixelAspect">A pixel's width divided by its height; 2 for anamorphic plates.</param>
public readonly record struct FrameView(PixelView Pixels, NetworkSpace Space, bool Premultiplied, double PixelAspect = 1)
{
    /// <summary>Width in pixels.</summary>
    public int Width => Pixels.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Pixels.Height;

    /// <summary>
    /// From square pixels as high as the frame's own to the frame's raster: faces are found and measured in the
    /// former, so that anamorphic plates look as they will be seen.
    /// </summary>
    public Affine2D SquareToRaster => Affine2D.Scaling(1 / PixelAspect, 1);
}
