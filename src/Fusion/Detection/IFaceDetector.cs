using FaceFusion.Fusion.Frames;

namespace FaceFusion.Fusion.Detection;

/// <summary>Finds faces in a frame. Implementations are thread-safe and deterministic.</summary>
public interface IFaceDetector
{
    /// <summary>The faces, the most certain first.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="goal">Which of them are searched for.</param>
    IReadOnlyList<DetectedFace> Detect(in FrameView frame, SearchGoal goal = SearchGoal.EveryFace);
}
