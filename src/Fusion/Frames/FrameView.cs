using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Frames;

/// <summary>One frame as its owner holds it: pixels in raster order and what their values mean. Owns nothing.</summary>
/// <param name="Pixels">The pixels; valid as long as their owner keeps them.</param>
/// <param name="Space">How host values become the display-referred values that networks know.</param>
/// <param name="Premultiplied">Whether colours have been multiplied by alpha.</param>
/// <param name="PixelAspect">A pixel's width divided by its height; 2 for anamorphic plates.</param>
public readonly record struct FrameView(PixelView Pixels, NetworkSpace Space, bool Premultiplied, double PixelAspect = 1)
{
    // Three rows of each of the picture's pixels are left.
    private const double RowsOfGlance = 6;

    /// <summary>Where the pixels come from when they aren't the processor's; null where all of them are there.</summary>
    public FrameSource? Source { get; init; }

    /// <summary>The pixels that are decoded once for all that looks at them; null where everybody decodes their own.</summary>
    public DecodedFrame? Decoded { get; init; }

    /// <summary>What is made of faces while their points are still being found; null where nobody is going to swap what is located.</summary>
    public WorkAhead? Ahead { get; init; }

    /// <summary>Width in pixels.</summary>
    public int Width => Pixels.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Pixels.Height;

    /// <summary>
    /// From square pixels as high as the frame's own to the frame's raster: faces are found and measured in the
    /// former, so that anamorphic plates look as they will be seen.
    /// </summary>
    public Affine2D SquareToRaster => Affine2D.Scaling(1 / PixelAspect, 1);

    /// <summary>The frame once the pixels of a part can be read, and what lies nearest to it beyond the frame's sides.</summary>
    /// <param name="part">Which; may stick out of the frame.</param>
    public PixelView PixelsOf(RectI part)
    {
        if (Source is not null && !Pixels.IsEmpty)
        {
            int x = Math.Clamp(part.X1, 0, Width - 1), y = Math.Clamp(part.Y1, 0, Height - 1);
            Source.Require(new RectI(x, y, Math.Clamp(part.X2, x + 1, Width), Math.Clamp(part.Y2, y + 1, Height)));
        }

        return Pixels;
    }

    /// <summary>The frame once a crop of it can be sampled.</summary>
    /// <param name="cropToRaster">From continuous coordinates of the crop to those of the frame's raster.</param>
    /// <param name="crop">The crop's pixels.</param>
    public PixelView PixelsFor(Affine2D cropToRaster, RectI crop) =>
        Source is null || Pixels.IsEmpty || crop.IsEmpty ? Pixels : PixelsOf(AreaSampler.PixelsFor(cropToRaster, crop, Width, Height));

    /// <summary>Samples a crop, once its pixels can be read, by <see cref="AreaSampler"/>.</summary>
    /// <param name="cropToRaster">From continuous coordinates of the crop to those of the frame's raster.</param>
    /// <param name="space">What the frame's values are taken to mean; usually <see cref="Space"/>.</param>
    /// <param name="crop">Receives the crop in working values, straight alpha.</param>
    public void Sample(Affine2D cropToRaster, NetworkSpace space, ImageBuffer crop)
    {
        if (Decoded is null || !Decoded.TrySample(Pixels, cropToRaster, space, crop))
            AreaSampler.Sample(PixelsFor(cropToRaster, crop.Bounds), cropToRaster, space, Premultiplied, crop);
    }

    /// <summary>Reads a region, once its pixels can be read, by <see cref="PixelReader"/>; what lies beyond the frame's sides is like them.</summary>
    /// <param name="region">Which pixels; may stick out of the frame.</param>
    /// <param name="space">What the frame's values are taken to mean; usually <see cref="Space"/>.</param>
    /// <param name="destination">Receives the region in working values, straight alpha; of its size.</param>
    public void Read(RectI region, NetworkSpace space, ImageBuffer destination)
    {
        if (Decoded is null || !Decoded.TryRead(Pixels, region, space, destination))
            PixelReader.Read(PixelsOf(region), region, space, Premultiplied, destination);
    }

    /// <summary>Samples a crop as a network takes it, once its pixels can be read, by <see cref="AreaSampler"/>.</summary>
    /// <param name="cropToRaster">From continuous coordinates of the crop to those of the frame's raster.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The crop's columns.</param>
    /// <param name="height">The crop's rows.</param>
    /// <param name="planar">3 × height × width floats.</param>
    /// <param name="outside">What lies beyond the frame's sides.</param>
    public void SampleTensor(Affine2D cropToRaster, in TensorFormat format, int width, int height, Span<float> planar, EdgeMode outside)
    {
        if (Decoded is null || !Decoded.TrySampleTensor(Pixels, cropToRaster, Space, format, width, height, planar, outside))
            AreaSampler.SampleTensor(PixelsFor(cropToRaster, RectI.FromSize(width, height)), cropToRaster, Space, Premultiplied, format, width, height, planar, outside);
    }

    /// <summary>
    /// Samples a picture of the frame, with zeros beyond its sides, where the pixels lie: <see cref="AreaSampler"/>'s bits. Where a
    /// pixel of it is as high as six of the frame's or higher, of the frame's rows 0, 2, 4 … alone: reading a frame takes longer than
    /// averaging it, and a glance from so far away sees no row.
    /// </summary>
    /// <param name="pictureToRaster">Continuous coordinates of the picture to those of the frame's raster.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    /// <param name="planar">3 × height × width floats.</param>
    /// <returns>Where the picture lies: half a pixel of the frame higher than was asked for where rows are left out, so that it begins with their first.</returns>
    public Affine2D SampleOverview(Affine2D pictureToRaster, in TensorFormat format, int width, int height, Span<float> planar)
    {
        // Row 2·i's centre, 2·i + ½, is the i-th's, i + ½.
        bool skipsRows = pictureToRaster.Yx == 0 && Math.Abs(pictureToRaster.Yy) >= RowsOfGlance;
        Affine2D pictureToRows = skipsRows ? pictureToRaster.Then(Affine2D.Scaling(1, 0.5)) : pictureToRaster;
        Affine2D place = skipsRows ? pictureToRaster.Then(Affine2D.Translation(0, -0.5)) : pictureToRaster;
        if (Source is null || !Source.TrySample(pictureToRows, skipsRows, Space, Premultiplied, format, width, height, planar))
        {
            PixelView pixels = PixelsFor(place, RectI.FromSize(width, height));
            AreaSampler.SampleTensor(skipsRows ? pixels.EverySecondRow() : pixels, pictureToRows, Space, Premultiplied, format, width, height, planar, EdgeMode.Zero);
        }

        return place;
    }
}
