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

    /// <summary>Samples a small picture, with zeros beyond the frame's sides, from pixels averaged where they lie; false where bringing them costs no more.</summary>
    /// <param name="pictureToRows">Continuous coordinates of the picture to those of the rows' raster.</param>
    /// <param name="everySecondRow">Whether the rows are the frame's rows 0, 2, 4 …, or all.</param>
    /// <param name="space">What the frame's values mean.</param>
    /// <param name="premultiplied">Whether colours are multiplied by alpha.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    /// <param name="planar">3 × height × width floats.</param>
    public abstract bool TrySample(
        Affine2D pictureToRows, bool everySecondRow, NetworkSpace space, bool premultiplied, in TensorFormat format, int width, int height, Span<float> planar);
}
