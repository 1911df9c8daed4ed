using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>What every segmenter can do.</summary>
public static class FaceSegmenters
{
    /// <summary>What a frame shows around a face; the caller disposes of it.</summary>
    /// <param name="segmenter">The segmenter.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="mesh">The face's points in it.</param>
    public static FaceSegmentation Segment(this IFaceSegmenter segmenter, in FrameView frame, FaceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        using FaceLook look = segmenter.Look(frame, mesh);
        return look.Tell();
    }
}
