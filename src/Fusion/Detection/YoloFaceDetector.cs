using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>
/// YOLOv8 face detectors (yoloface_8n): 1×3×640×640 BGR 0–1 in, 1×20×M out: centre x and y, width, height, score and
/// five points with their visibility, in pixels of the input.
/// </summary>
public sealed class YoloFaceDetector : SearchingDetector
{
    private const int PointCount = 5;
    private const int Rows = 5 + 3 * PointCount;

    private static readonly TensorFormat Bgr = new(ChannelOrder.Bgr, Vector3.One, default, ClampToUnit: true);

    /// <summary>A detector on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <param name="threshold">The score that a face must exceed, 0 to 1.</param>
    /// <exception cref="Inference.ModelException">It is no YOLO face detector.</exception>
    public YoloFaceDetector(InferenceSession session, float threshold = YuNetDetector.DefaultThreshold)
        : base(ContractNames.YoloFace, session, Bgr, threshold)
    {
    }

    internal override void Decode(NetworkOutputs outputs, Affine2D networkToFrame, float threshold, List<DetectedFace> candidates)
    {
        int count = (int)outputs.Shape(0)[^1];
        ReadOnlySpan<float> rows = outputs.Floats(0, Rows * count);
        Span<Vector2> points = stackalloc Vector2[PointCount];
        for (int i = 0; i < count; i++)
        {
            float score = rows[4 * count + i];
            if (score <= threshold)
                continue;
            Vector2 centre = new(rows[i], rows[count + i]), half = new Vector2(rows[2 * count + i], rows[3 * count + i]) / 2;
            Vector2 low = networkToFrame.Apply(centre - half), high = networkToFrame.Apply(centre + half);
            for (int k = 0; k < PointCount; k++)
                points[k] = networkToFrame.Apply(new Vector2(rows[(5 + 3 * k) * count + i], rows[(6 + 3 * k) * count + i]));
            candidates.Add(new DetectedFace(new RectF(low.X, low.Y, high.X, high.Y), Math.Min(score, 1), points));
        }
    }
}
