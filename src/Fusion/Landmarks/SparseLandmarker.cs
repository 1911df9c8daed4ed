using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>A landmarker whose family gives a few points, to which a whole mesh is fitted.</summary>
public abstract class SparseLandmarker : IFaceLandmarker
{
    private readonly SparseLayout _layout;

    private protected SparseLandmarker(string contract, SparseLayout layout, InferenceSession session)
    {
        KnownContracts.Require(contract, session);
        Session = session;
        _layout = layout;
    }

    private protected InferenceSession Session { get; }

    /// <inheritdoc/>
    public FaceMesh Locate(in FrameView frame, DetectedFace face) => SparseMesh.Fit(_layout, Find(frame, face), frame.PixelAspect);

    /// <summary>The points themselves.</summary>
    /// <param name="frame">The frame the face was detected in.</param>
    /// <param name="face">The detection.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public abstract SparseLandmarks Find(in FrameView frame, DetectedFace face);
}
