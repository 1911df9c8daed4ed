using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>
/// YuNet (OpenCV Zoo, 2023mar): 1×3×S×S BGR 0–255 in; classes, objectness, boxes and five points at strides 8, 16
/// and 32 out. Source of the formulas: OpenCV's FaceDetectorYN: anchors at the cells' upper left corners, centre =
/// (anchor + offset) · stride, size = exp(·) · stride, score = √(class · objectness).
/// </summary>
/// <remarks>FaceFusion takes the score without the root: the same faces in the same order, fewer of them above a threshold.</remarks>
public sealed class YuNetDetector : SearchingDetector
{
    /// <summary>The score below which a candidate is no face. The landmark network has the last word on the rest.</summary>
    public const float DefaultThreshold = 0.5f;

    private const int PointCount = 5;

    private static readonly TensorFormat Bgr = new(ChannelOrder.Bgr, new(255f), default, ClampToUnit: true);

    private readonly YuNetScore _score;
    private readonly (int Stride, int Class, int Objectness, int Box, int Points)[] _levels;

    /// <summary>A detector on a loaded network.</summary>
    /// <param name="session">YuNet's session.</param>
    /// <param name="threshold">The least score, 0 to 1.</param>
    /// <param name="score">What the score is.</param>
    /// <exception cref="Inference.ModelException">It is no YuNet.</exception>
    public YuNetDetector(InferenceSession session, float threshold = DefaultThreshold, YuNetScore score = YuNetScore.Root)
        : base(ContractNames.YuNet, session, Bgr, threshold)
    {
        _score = score;
        _levels = [Level(8), Level(16), Level(32)];

        (int, int, int, int, int) Level(int stride) =>
            (stride, session.IndexOfOutput($"cls_{stride}"), session.IndexOfOutput($"obj_{stride}"), session.IndexOfOutput($"bbox_{stride}"), session.IndexOfOutput($"kps_{stride}"));
    }

    internal override void Decode(NetworkOutputs outputs, Affine2D networkToFrame, float threshold, List<DetectedFace> candidates)
    {
        foreach ((int stride, int classIndex, int objectnessIndex, int boxIndex, int pointsIndex) in _levels)
        {
            int columns = InputSize / stride, cells = columns * columns;
            ReadOnlySpan<float> classes = outputs.Floats(classIndex, cells), objectness = outputs.Floats(objectnessIndex, cells);
            ReadOnlySpan<float> boxes = outputs.Floats(boxIndex, 4 * cells), points = outputs.Floats(pointsIndex, 2 * PointCount * cells);
            for (int i = 0; i < cells; i++)
            {
                float product = Math.Clamp(classes[i], 0, 1) * Math.Clamp(objectness[i], 0, 1);
                float score = _score == YuNetScore.Root ? MathF.Sqrt(product) : product;
                if (score < threshold)
                    continue;
                Vector2 anchor = new(i % columns, i / columns);
                candidates.Add(Face(anchor, stride, score, boxes.Slice(4 * i, 4), points.Slice(2 * PointCount * i, 2 * PointCount), networkToFrame));
            }
        }
    }

    private static DetectedFace Face(Vector2 anchor, int stride, float score, ReadOnlySpan<float> box, ReadOnlySpan<float> offsets, Affine2D networkToFrame)
    {
        Vector2 centre = (anchor + new Vector2(box[0], box[1])) * stride;
        Vector2 half = new Vector2(MathF.Exp(box[2]), MathF.Exp(box[3])) * (stride / 2f);
        Vector2 low = networkToFrame.Apply(centre - half), high = networkToFrame.Apply(centre + half);
        Span<Vector2> points = stackalloc Vector2[PointCount];
        for (int k = 0; k < PointCount; k++)
            points[k] = networkToFrame.Apply((anchor + new Vector2(offsets[2 * k], offsets[2 * k + 1])) * stride);
        return new DetectedFace(new RectF(low.X, low.Y, high.X, high.Y), score, points);
    }
}
