using FaceFusion.Fusion.Swappers;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Expressions;

/// <summary>Carries what a network changed in a crop to the frame's raster.</summary>
internal static class CropChange
{
    /// <summary>Changes a picture as the crop was changed; detail finer than the crop stays where the change is small.</summary>
    /// <param name="crop">Where the crop lies.</param>
    /// <param name="window">Where the picture lies in the frame.</param>
    /// <param name="before">The crop as the network saw it.</param>
    /// <param name="after">What it made of it.</param>
    /// <param name="weight">How much of the change is taken, 0 to 1; of the window's size.</param>
    /// <param name="picture">The picture, in the crop's values; changed in place. Its alpha stays.</param>
    public static void Apply(NetworkCrop crop, RectI window, ImageBuffer before, ImageBuffer after, Plane weight, ImageBuffer picture)
    {
        Affine2D toCrop = Affine2D.Translation(window.X1, window.Y1).Then(crop.ToRaster.Invert());
        using ImageBuffer coarse = ImageBuffer.Uninitialized(window.Width, window.Height), changed = ImageBuffer.Uninitialized(window.Width, window.Height);
        AreaSampler.Sample(before.AsView(), toCrop, NetworkSpace.Working, premultiplied: false, coarse);
        AreaSampler.Sample(after.AsView(), toCrop, NetworkSpace.Working, premultiplied: false, changed);
        MovedDetail.Apply(coarse, changed, weight, picture);
    }
}
