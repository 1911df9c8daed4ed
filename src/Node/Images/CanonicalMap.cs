using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Images;

/// <summary>
/// Between an image's raster (its own pixels, y downwards) and OpenFX's canonical coordinates (square pixels of the full
/// resolution, y upwards), in which parameters, overlays and pens speak whatever the render scale.
/// </summary>
/// <param name="bounds">The image's bounds in the host's pixels.</param>
/// <param name="pixelAspect">Width of a pixel divided by its height.</param>
/// <param name="renderScale">Pixels of the image for one at full resolution; what is not positive counts as 1.</param>
internal readonly struct CanonicalMap(OfxRectI bounds, double pixelAspect, OfxPointD renderScale)
{
    private readonly double _across = pixelAspect / (renderScale.x > 0 ? renderScale.x : 1);
    private readonly double _up = 1 / (renderScale.y > 0 ? renderScale.y : 1);

    /// <summary>The map of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="renderScale">What it was rendered at.</param>
    public CanonicalMap(in RasterImage image, OfxPointD renderScale)
        : this(image.Bounds, image.PixelAspect, renderScale)
    {
    }

    /// <summary>Canonical units in a row of the raster.</summary>
    public double UnitsPerRow => _up;

    /// <summary>The whole image.</summary>
    public OfxRectD OfBounds => new() { x1 = bounds.x1 * _across, y1 = bounds.y1 * _up, x2 = bounds.x2 * _across, y2 = bounds.y2 * _up };

    /// <summary>A point of the raster in canonical coordinates.</summary>
    /// <param name="point">Continuous raster coordinates.</param>
    public OfxPointD ToCanonical(Vector2 point) => new() { x = (bounds.x1 + point.X) * _across, y = (bounds.y2 - point.Y) * _up };

    /// <summary>A rectangle of the raster in canonical coordinates.</summary>
    /// <param name="rectangle">Continuous raster coordinates.</param>
    public OfxRectD ToCanonical(RectF rectangle)
    {
        OfxPointD upperLeft = ToCanonical(new Vector2(rectangle.X1, rectangle.Y1)), lowerRight = ToCanonical(new Vector2(rectangle.X2, rectangle.Y2));
        return new OfxRectD { x1 = upperLeft.x, y1 = lowerRight.y, x2 = lowerRight.x, y2 = upperLeft.y };
    }

    /// <summary>A canonical point in the raster.</summary>
    /// <param name="point">Canonical coordinates.</param>
    public Vector2 ToRaster(OfxPointD point) => new((float)(point.x / _across - bounds.x1), (float)(bounds.y2 - point.y / _up));
}
