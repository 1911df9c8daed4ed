using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Restorers;

/// <summary>
/// A restorer at work on a swapped face: it sees the face in the plate, aligned as it wants it, and what it changed is added to
/// the swap's picture. It knows no grain and its own sharpness, so that both are matched afterwards.
/// </summary>
/// <param name="Network">The restorer.</param>
/// <param name="Options">How much of it is taken.</param>
/// <param name="Frame">The frame.</param>
internal sealed record FaceRestoration(FaceRestorer Network, RestorerOptions Options, FrameView Frame) : IPictureStage
{
    /// <inheritdoc/>
    public void Apply(FaceMesh mesh, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture)
    {
        if (Options.Blend == 0)
            return;

        NetworkCrop crop = new(Network.Template.CropToRaster(mesh.FivePoints(), Network.Side, Frame.PixelAspect), Network.Side, 1);
        using ImageBuffer before = SeenFace.InSwap(Frame, crop, space, exposure, beneath, matte, window, picture);
        using ImageBuffer change = Network.Restore(before, Options.Fidelity);
        PictureChange.Between(before, change, Options.Blend, change);

        using ImageBuffer carried = ImageBuffer.Uninitialized(window.Width, window.Height);
        AreaSampler.Sample(change.AsView(), Affine2D.Translation(window.X1, window.Y1).Then(crop.ToRaster.Invert()), NetworkSpace.Working, premultiplied: false, carried, EdgeMode.Zero);
        PictureChange.Add(carried, picture);
    }
}
