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
/// OpenSeeFace: 1×3×224×224 RGB less ImageNet's mean over its deviation in; for each of 66 points a heat map of 28×28 and
/// two maps of offsets out. A point lies at its map's peak, moved by the logit of the offset there over 16; the peaks are
/// the confidences, whose mean is the score.
/// </summary>
public sealed class OpenSeeFace66Landmarker : CropLandmarker
{
    private const int InputSize = 224;
    private const int Grid = 28;
    private const int Count = 66;
    private const float Margin = 1.25f;
    private const float Sharpness = 16;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public OpenSeeFace66Landmarker(InferenceSession session)
        : base(ContractNames.OpenSeeFace66, SparseLayout.OpenSeeFace66, session, InputSize, Margin, TensorFormat.ImageNet, EdgeMode.Replicate)
    {
    }

    private protected override SparseLandmarks Read(NetworkOutputs outputs, Affine2D cropToSquare, DetectedFace face)
    {
        const int cells = Grid * Grid;
        ReadOnlySpan<float> maps = outputs.Floats(0, 3 * Count * cells);
        Vector2[] places = new Vector2[Count];
        float confidence = 0;
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<float> heat = maps.Slice(i * cells, cells);
            int peak = 0;
            for (int cell = 1; cell < cells; cell++)
            {
                if (heat[cell] > heat[peak])
                    peak = cell;
            }

            // The maps are of rows first: the first offsets are downwards.
            Vector2 cellPlace = new Vector2(peak % Grid, peak / Grid) / (Grid - 1);
            Vector2 offset = new(Offset(maps[(2 * Count + i) * cells + peak]), Offset(maps[(Count + i) * cells + peak]));
            places[i] = cropToSquare.Apply((cellPlace + offset) * (InputSize - 1) + new Vector2(0.5f));
            confidence += heat[peak];
        }

        return new SparseLandmarks(places, Math.Clamp(confidence / Count, 0, 1));
    }

    // The network gives a sigmoid of 16 times the offset.
    private static float Offset(float given)
    {
        float share = Math.Clamp(given, 1e-7f, 0.9999999f);
        return MathF.Log(share / (1 - share)) / Sharpness;
    }
}
