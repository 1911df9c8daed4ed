using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>Crops of a face as networks see it that work on a swap: at normal exposure, between black and white.</summary>
internal static class SeenFace
{
    /// <summary>The plate's face; the caller disposes of it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="crop">Where the crop lies.</param>
    /// <param name="space">The working space.</param>
    /// <param name="exposure">The plate's exposure.</param>
    public static ImageBuffer InPlate(in FrameView frame, NetworkCrop crop, NetworkSpace space, PlateExposure exposure)
    {
        ImageBuffer seen = Plate(frame, crop, space, exposure);
        ImageMath.Clamp(seen);
        return seen;
    }

    /// <summary>The swapped face in the plate: the plate, and what the swap changed of it. The caller disposes of it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="crop">Where the crop lies.</param>
    /// <param name="space">The working space.</param>
    /// <param name="exposure">The plate's exposure.</param>
    /// <param name="beneath">What lies beneath the picture at normal exposure.</param>
    /// <param name="matte">How much of the picture is seen.</param>
    /// <param name="window">The pixels of the frame that are worked on.</param>
    /// <param name="picture">The swap's picture at normal exposure.</param>
    public static ImageBuffer InSwap(in FrameView frame, NetworkCrop crop, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture)
    {
        ImageBuffer seen = Plate(frame, crop, space, exposure);
        using ImageBuffer read = TextureSwap.Read(frame, window, space), change = exposure.ToNormal(read);
        PictureChange.OfMatted(beneath, picture, matte, change);
        using ImageBuffer sampled = ImageBuffer.Uninitialized(crop.Side, crop.Side);
        AreaSampler.Sample(change.AsView(), crop.ToRaster.Then(Affine2D.Translation(-window.X1, -window.Y1)), NetworkSpace.Working, premultiplied: false, sampled, EdgeMode.Zero);
        PictureChange.Add(sampled, seen);
        ImageMath.Clamp(seen);
        return seen;
    }

    private static ImageBuffer Plate(in FrameView frame, NetworkCrop crop, NetworkSpace space, PlateExposure exposure)
    {
        using ImageBuffer sampled = ImageBuffer.Uninitialized(crop.Side, crop.Side);
        frame.Sample(crop.ToRaster, space, sampled);
        return exposure.ToNormal(sampled);
    }
}
