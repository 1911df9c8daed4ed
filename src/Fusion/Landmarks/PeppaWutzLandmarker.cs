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
/// PeppaPig (peppa_wutz): 1×3×256×256 BGR 0–1 in; 68 points on a grid of 64, each with a confidence, out. The crop is
/// upright, 256/195 of the longer side of the face's box. The score is the mean confidence over 0.95.
/// </summary>
public sealed class PeppaWutzLandmarker : CropLandmarker
{
    private const int InputSize = 256;
    private const float Grid = 64;
    private const int Count = 68;
    private const float Margin = 256f / 195;
    private const float FullScore = 0.95f;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public PeppaWutzLandmarker(InferenceSession session)
        : base(ContractNames.PeppaWutz, SparseLayout.Ibug68, session, InputSize, Margin, new TensorFormat(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true), EdgeMode.Zero)
    {
    }

    private protected override SparseLandmarks Read(NetworkOutputs outputs, Affine2D cropToSquare, DetectedFace face)
    {
        ReadOnlySpan<float> values = outputs.Floats(0, 3 * Count);
        Vector2[] places = new Vector2[Count];
        float confidence = 0;
        for (int i = 0; i < Count; i++)
        {
            places[i] = cropToSquare.Apply(new Vector2(values[3 * i], values[3 * i + 1]) * (InputSize / Grid));
            confidence += values[3 * i + 2];
        }

        return new SparseLandmarks(places, Math.Clamp(confidence / Count / FullScore, 0, 1));
    }
}
