using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// PFLD (GhostOne): 1×3×112×112 BGR 0–1 in; 98 points in the order of WFLW as fractions of the crop out, pupils
/// included. It gives no score: the detection's counts.
/// </summary>
public sealed class Pfld98Landmarker : IFaceLandmarker
{
    private const int InputSize = 112;
    private const int Count = 98;
    private const float Margin = 1.2f;

    private static readonly TensorFormat Format = new(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true);

    private readonly InferenceSession _session;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public Pfld98Landmarker(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.Pfld98, session);
        _session = session;
    }

    /// <inheritdoc/>
    public FaceMesh Locate(in FrameView frame, DetectedFace face) => SparseMesh.Fit(SparseLayout.Wflw98, Find(frame, face), frame.PixelAspect);

    /// <summary>The points themselves.</summary>
    /// <param name="frame">The frame the face was detected in.</param>
    /// <param name="face">The detection.</param>
    /// <exception cref="Inference.ModelException">The network gave what its family doesn't.</exception>
    public SparseLandmarks Find(in FrameView frame, DetectedFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        Affine2D cropToSquare = FaceCrop.Around(face, frame.PixelAspect, Margin).ToFrame(InputSize);
        using Tensor input = NetworkPicture.Planes(_session, frame, cropToSquare.Then(frame.SquareToRaster), Format, InputSize, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, input);
        ReadOnlySpan<float> values = outputs.Floats(0, 2 * Count);
        Vector2[] places = new Vector2[Count];
        for (int i = 0; i < Count; i++)
            places[i] = cropToSquare.Apply(new Vector2(values[2 * i], values[2 * i + 1]) * InputSize);
        return new SparseLandmarks(places, face.Score);
    }
}
