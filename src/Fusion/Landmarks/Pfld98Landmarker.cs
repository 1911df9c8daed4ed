using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// PFLD (GhostOne): 1×3×112×112 BGR 0–1 in; 98 points in the order of WFLW as fractions of the crop out, pupils
/// included. It gives no score: the detection's counts.
/// </summary>
public sealed class Pfld98Landmarker : CropLandmarker
{
    private const int InputSize = 112;
    private const int Count = 98;
    private const float Margin = 1.2f;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public Pfld98Landmarker(InferenceSession session)
        : base(ContractNames.Pfld98, SparseLayout.Wflw98, session, InputSize, Margin, new TensorFormat(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true), EdgeMode.Replicate)
    {
    }

    private protected override SparseLandmarks Read(NetworkOutputs outputs, Affine2D cropToSquare, DetectedFace face)
    {
        ReadOnlySpan<float> values = outputs.Floats(0, 2 * Count);
        Vector2[] places = new Vector2[Count];
        for (int i = 0; i < Count; i++)
            places[i] = cropToSquare.Apply(new Vector2(values[2 * i], values[2 * i + 1]) * InputSize);
        return new SparseLandmarks(places, face.Score);
    }
}
