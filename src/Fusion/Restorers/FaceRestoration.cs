using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
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
internal sealed record FaceRestoration(FaceRestorer Network, RestorerOptions Options, FrameView Frame)
{
    /// <summary>Restores a swap's picture.</summary>
    /// <param name="mesh">The face as it is now, in the frame's coordinates.</param>
    /// <param name="space">The working space.</param>
    /// <param name="exposure">The plate's exposure.</param>
    /// <param name="beneath">What lies beneath the picture at normal exposure: the window's plate, moved where the shape moved it.</param>
    /// <param name="matte">How much of the picture is seen.</param>
    /// <param name="window">The pixels of the frame that are worked on.</param>
    /// <param name="picture">The swap's picture at normal exposure; changed in place.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public void Apply(FaceMesh mesh, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture)
    {
        if (Options.Blend == 0)
            return;

        Affine2D toRaster = Network.Template.CropToRaster(mesh.FivePoints(), Network.Side, Frame.PixelAspect);
        Affine2D toWindow = toRaster.Then(Affine2D.Translation(-window.X1, -window.Y1));
        using ImageBuffer before = Seen(toRaster, toWindow, space, exposure, beneath, matte, window, picture);
        using ImageBuffer change = Network.Restore(before, Options.Fidelity);
        for (int i = 0; i < change.Length; i++)
            change.Pixels[i] = (Options.Blend * (change.Pixels[i] - before.Pixels[i])) with { W = 0 };

        using ImageBuffer carried = ImageBuffer.Uninitialized(window.Width, window.Height);
        AreaSampler.Sample(change.AsView(), toWindow.Invert(), NetworkSpace.Working, premultiplied: false, carried, EdgeMode.Zero);
        for (int i = 0; i < picture.Length; i++)
            picture.Pixels[i] += carried.Pixels[i];
    }

    // The crop with the face as it is seen in the plate, between black and white: the plate, and what the swap changed of it.
    private ImageBuffer Seen(Affine2D toRaster, Affine2D toWindow, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture)
    {
        using ImageBuffer sampled = ImageBuffer.Uninitialized(Network.Side, Network.Side);
        AreaSampler.Sample(Frame.PixelsFor(toRaster, sampled.Bounds), toRaster, space, Frame.Premultiplied, sampled);
        ImageBuffer crop = exposure.ToNormal(sampled);

        using ImageBuffer read = TextureSwap.Read(Frame, window, space), change = exposure.ToNormal(read);
        for (int i = 0; i < change.Length; i++)
            change.Pixels[i] = (Vector4.Lerp(beneath.Pixels[i], picture.Pixels[i], matte.Values[i]) - change.Pixels[i]) with { W = 0 };
        AreaSampler.Sample(change.AsView(), toWindow, NetworkSpace.Working, premultiplied: false, sampled, EdgeMode.Zero);
        for (int i = 0; i < crop.Length; i++)
            crop.Pixels[i] = Vector4.Clamp(crop.Pixels[i] + sampled.Pixels[i], Vector4.Zero, Vector4.One);
        return crop;
    }
}
