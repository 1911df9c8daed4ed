using FaceFusion.Fusion.Frames;

namespace FaceFusion.Fusion.Detection;

/// <summary>Finds faces in a frame. Implementations are thread-safe and deterministic.</summary>
public interface IFaceDetector
{
    /// <summary>All faces, the most certain first.</summary>
    /// <param name="frame">The frame.</param>
    IReadOnlyList<DetectedFace> Detect(in FrameView frame);
}
