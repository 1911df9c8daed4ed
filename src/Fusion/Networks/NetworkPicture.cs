using FaceFusion.Fusion.Frames;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Networks;

/// <summary>Crops of a frame as networks take them: 1×3×S×S or 1×S×S×3, float32 or float16 as the graph says.</summary>
internal static class NetworkPicture
{
    /// <summary>A square crop as planes; the caller disposes of it.</summary>
    /// <param name="session">The network; its first input decides the type of the elements.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="cropToRaster">From continuous coordinates of the crop to those of the frame's raster.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="size">The crop's side.</param>
    /// <param name="outside">What lies beyond the frame's sides.</param>
    public static Tensor Planes(InferenceSession session, in FrameView frame, Affine2D cropToRaster, TensorFormat format, int size, EdgeMode outside)
    {
        FrameView view = frame;
        return NetworkTensors.Picture(session.Inputs[0].Element, size, size, planar => view.SampleTensor(cropToRaster, format, size, size, planar, outside));
    }

    /// <summary>A square picture of a frame, with zeros beyond its sides, as planes; the caller disposes of it. Of a frame that lies on a card little is brought over.</summary>
    /// <param name="session">The network; its first input decides the type of the elements.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="pictureToRaster">From continuous coordinates of the picture to those of the frame's raster: where it shall lie, then where it does, see <see cref="FrameView.SampleOverview"/>.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="size">The picture's side.</param>
    public static Tensor Overview(InferenceSession session, in FrameView frame, ref Affine2D pictureToRaster, TensorFormat format, int size)
    {
        FrameView view = frame;
        Affine2D place = pictureToRaster;
        Tensor picture = NetworkTensors.Picture(session.Inputs[0].Element, size, size, planar => place = view.SampleOverview(place, format, size, size, planar));
        pictureToRaster = place;
        return picture;
    }

    /// <summary>A square part of a picture that was sampled for several looks; the caller disposes of it.</summary>
    /// <param name="session">The network; its first input decides the type of the elements.</param>
    /// <param name="picture">The picture, in the network's format.</param>
    /// <param name="part">The part.</param>
    public static Tensor Planes(InferenceSession session, PlanarPicture picture, RectI part) =>
        NetworkTensors.Picture(session.Inputs[0].Element, part.Width, part.Height, planar => picture.Copy(part, planar));

    /// <summary>A square crop with its channels side by side (NHWC); the caller disposes of it.</summary>
    /// <inheritdoc cref="Planes(InferenceSession, in FrameView, Affine2D, TensorFormat, int, EdgeMode)"/>
    public static Tensor Interleaved(InferenceSession session, in FrameView frame, Affine2D cropToRaster, TensorFormat format, int size, EdgeMode outside)
    {
        FrameView view = frame;
        using Tensor planar = NetworkTensors.Picture(TensorElement.Float32, size, size, planes => view.SampleTensor(cropToRaster, format, size, size, planes, outside));
        return NetworkTensors.Make(session.Inputs[0].Element, pixels => Interleave(planar.AsSpan<float>(), pixels), 1, size, size, 3);
    }

    /// <summary>The side of the square picture that a network takes as planes.</summary>
    /// <param name="session">The network.</param>
    /// <param name="open">The side to use where the network leaves it open.</param>
    public static int Side(InferenceSession session, int open) => (int)(session.Inputs[0].Shape[^1] ?? open);

    private static void Interleave(ReadOnlySpan<float> planes, Span<float> pixels)
    {
        int plane = planes.Length / 3;
        for (int i = 0; i < plane; i++)
        {
            pixels[3 * i] = planes[i];
            pixels[3 * i + 1] = planes[plane + i];
            pixels[3 * i + 2] = planes[2 * plane + i];
        }
    }
}
