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

    /// <summary>The same points, with something to begin while a network has its last look.</summary>
    /// <param name="frame">The frame the face was detected in.</param>
    /// <param name="face">The detection.</param>
    /// <param name="meanwhile">Is called with the mesh's <see cref="FaceMesh.Crop"/>, once or not at all; the frame isn't looked at any more then.</param>
    internal FaceMesh Locate(in FrameView frame, DetectedFace face, Action<FaceCrop>? meanwhile) => Locate(frame, face);
}
