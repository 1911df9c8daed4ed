using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Frames;

/// <summary>
/// Where a frame's own pixels are to be copied. Whoever reads all of the frame first for something else, as a detector does,
/// copies it on the way, so that a large frame crosses the memory once. Not thread-safe.
/// </summary>
/// <param name="frame">The frame's pixels.</param>
/// <param name="destination">As large; memory that doesn't overlap the frame's.</param>
public sealed class FrameCopy(PixelView frame, PixelView destination)
{
    private bool _isDone;

    /// <summary>Copies the frame, unless somebody has.</summary>
    public void Finish()
    {
        if (!_isDone)
            PixelCopy.Copy(frame, destination);
        _isDone = true;
    }

    /// <summary>Samples a picture of the frame and copies it; <see langword="false"/> where nothing is to be copied, or the picture doesn't need all of the frame, and nothing was done.</summary>
    /// <param name="pixels">What is sampled: nothing is copied when it isn't the frame.</param>
    /// <param name="pictureToRaster">From continuous coordinates of the picture to those of the frame's raster.</param>
    /// <param name="space">What the frame's values mean.</param>
    /// <param name="premultiplied">Whether its colours are multiplied by alpha.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    /// <param name="planar">3 × height × width floats.</param>
    internal bool TrySample(
        PixelView pixels, Affine2D pictureToRaster, NetworkSpace space, bool premultiplied, in TensorFormat format, int width, int height, Span<float> planar)
    {
        bool isCopied = !_isDone && pixels == frame && frame != destination
            && AreaSampler.TrySampleTensorCopying(pixels, pictureToRaster, space, premultiplied, format, width, height, planar, EdgeMode.Zero, destination);
        _isDone |= isCopied;
        return isCopied;
    }
}
