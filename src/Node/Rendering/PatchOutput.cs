using FaceFusion.Fusion.Patches;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Warping;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Node.Rendering;

/// <summary>
/// The unwrapped face and the maps between it and the frame. The square lies at the frame's lower left, where a host
/// has its origin, and both maps are normalised to the frame's size: a picture and a map of one format go together.
/// </summary>
internal static class PatchOutput
{
    /// <summary>Refuses a map where it would be rounded to nonsense.</summary>
    /// <exception cref="OfxException">The output holds no 32-bit floats.</exception>
    public static void RequireFloats(OutputMode mode, PixelView output)
    {
        if (mode.IsMap() && output.Format != SampleFormat.Float32)
            throw new OfxException(OfxStatus.kOfxStatFailed, "An ST map needs 32-bit floats, and the host asks for something else; set the project or the node to 32-bit float.");
    }

    /// <summary>Fills the window.</summary>
    /// <param name="window">The window; transparent black before.</param>
    /// <param name="mode">Patch or one of the maps.</param>
    /// <param name="face">The face.</param>
    public static void Show(in OutputWindow window, OutputMode mode, SwappedFace face)
    {
        RectI frame = window.Plate.View.Bounds;
        int side = FacePatch.SideFor(frame.Width, frame.Height);
        RectI square = new(0, frame.Height - side, side, frame.Height);
        if (mode == OutputMode.Patch)
        {
            using ImageBuffer picture = FacePatch.Picture(face, side);
            PixelWriter.Write(picture, OnOutput(window, square), face.Space, premultiplied: true, window.Destination);
            return;
        }

        bool isInverse = mode == OutputMode.InverseStMap;
        Plane defined;
        using ImageBuffer map = isInverse ? FacePatch.FromFrame(face, side, out defined) : FacePatch.ToFrame(face, frame, side, out defined);
        using (defined)
        {
            if (isInverse)
                StMap.Shift(map, square.X1, square.Y1);
            StMap.Normalise(map, defined, frame.Width, frame.Height);
        }

        LayerWriter.Write(map, OnOutput(window, isInverse ? face.PictureRegion : square), window.Destination);
    }

    private static RectI OnOutput(in OutputWindow window, RectI region) => region.Offset(-window.PlatePart.X1, -window.PlatePart.Y1);
}
