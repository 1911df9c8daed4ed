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
/// 2D-FAN of four stacks (2dfan4): 1×3×256×256 BGR 0–1 in; 68 points on a grid of 64 and their heat maps out. The crop
/// is upright, 256/195 of the longer side of the face's box. The score is the mean of the heat maps' peaks over 0.9.
/// </summary>
/// <remarks>FaceFusion turns the crop by quarters and lifts the contrast of very dark ones; here it is turned by the eyes, and nothing is lifted.</remarks>
public sealed class Fan68Landmarker : CropLandmarker
{
    private const int InputSize = 256;
    private const int Grid = 64;
    private const int Count = 68;
    private const float Margin = 256f / 195;
    private const float FullScore = 0.9f;

    /// <summary>A landmarker on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <exception cref="Inference.ModelException">It is of another family.</exception>
    public Fan68Landmarker(InferenceSession session)
        : base(ContractNames.Fan68, SparseLayout.Ibug68, session, InputSize, Margin, new TensorFormat(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true), EdgeMode.Zero)
    {
    }

    private protected override SparseLandmarks Read(NetworkOutputs outputs, Affine2D cropToSquare, DetectedFace face)
    {
        int stride = (int)outputs.Shape(0)[^1];
        ReadOnlySpan<float> points = outputs.Floats(0, Count * stride), maps = outputs.Floats(1, Count * Grid * Grid);
        Vector2[] places = new Vector2[Count];
        float peaks = 0;
        for (int i = 0; i < Count; i++)
        {
            places[i] = cropToSquare.Apply(new Vector2(points[stride * i], points[stride * i + 1]) * (InputSize / (float)Grid));
            float peak = 0;
            foreach (float value in maps.Slice(i * Grid * Grid, Grid * Grid))
                peak = Math.Max(peak, value);
            peaks += peak;
        }

        return new SparseLandmarks(places, Math.Clamp(peaks / Count / FullScore, 0, 1));
    }
}
