using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>Tells skin, clothes and hair around a face apart. Implementations are thread-safe and deterministic.</summary>
public interface IFaceSegmenter
{
    /// <summary>What a frame shows around a face; the caller disposes of it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="mesh">The face's points in it.</param>
    FaceSegmentation Segment(in FrameView frame, FaceMesh mesh);
}
