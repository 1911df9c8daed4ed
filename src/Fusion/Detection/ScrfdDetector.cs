using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>
/// InsightFace's RetinaFace (10g) and SCRFD (2.5g): 1×3×S×S BGR (x − 127.5) / 128 in; scores, boxes and five points at
/// strides 8, 16 and 32 out, two anchors a cell. Boxes are distances from the anchor, a cell's upper left corner, to the
/// four sides, points are offsets from it; both in strides.
/// </summary>
public sealed class ScrfdDetector : SearchingDetector
{
    private const int PointCount = 5;
    private const int AnchorsPerCell = 2;

    private static readonly int[] Strides = [8, 16, 32];
    private static readonly TensorFormat Bgr = new(ChannelOrder.Bgr, new(255f / 128f), new(-127.5f / 128f), ClampToUnit: true);

    /// <summary>A detector on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <param name="threshold">The least score, 0 to 1.</param>
    /// <exception cref="Inference.ModelException">It is neither a RetinaFace nor an SCRFD.</exception>
    public ScrfdDetector(InferenceSession session, float threshold = YuNetDetector.DefaultThreshold)
        : base(ContractNames.Scrfd, session, Bgr, threshold)
    {
    }

    internal override void Decode(NetworkOutputs outputs, Affine2D networkToFrame, float threshold, List<DetectedFace> candidates)
    {
        for (int level = 0; level < Strides.Length; level++)
        {
            int stride = Strides[level], columns = InputSize / stride, anchors = AnchorsPerCell * columns * columns;
            ReadOnlySpan<float> scores = outputs.Floats(level, anchors);
            ReadOnlySpan<float> boxes = outputs.Floats(Strides.Length + level, 4 * anchors);
            ReadOnlySpan<float> points = outputs.Floats(2 * Strides.Length + level, 2 * PointCount * anchors);
            for (int i = 0; i < anchors; i++)
            {
                if (scores[i] < threshold)
                    continue;
                int cell = i / AnchorsPerCell;
                Vector2 anchor = new(cell % columns, cell / columns);
                candidates.Add(Face(anchor, stride, scores[i], boxes.Slice(4 * i, 4), points.Slice(2 * PointCount * i, 2 * PointCount), networkToFrame));
            }
        }
    }

    private static DetectedFace Face(Vector2 anchor, int stride, float score, ReadOnlySpan<float> box, ReadOnlySpan<float> offsets, Affine2D networkToFrame)
    {
        Vector2 low = networkToFrame.Apply((anchor - new Vector2(box[0], box[1])) * stride);
        Vector2 high = networkToFrame.Apply((anchor + new Vector2(box[2], box[3])) * stride);
        Span<Vector2> points = stackalloc Vector2[PointCount];
        for (int k = 0; k < PointCount; k++)
            points[k] = networkToFrame.Apply((anchor + new Vector2(offsets[2 * k], offsets[2 * k + 1])) * stride);
        return new DetectedFace(new RectF(low.X, low.Y, high.X, high.Y), Math.Min(score, 1), points);
    }
}
