using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>Finds the 478 points of a detected face. Implementations are thread-safe and deterministic.</summary>
public interface IFaceLandmarker
{
    /// <summary>The points of a face; <see cref="FaceMesh.Presence"/> says whether there really is one.</summary>
    /// <param name="frame">The frame the face was detected in.</param>
    /// <param name="face">The detection.</param>
    FaceMesh Locate(in FrameView frame, DetectedFace face);
}
