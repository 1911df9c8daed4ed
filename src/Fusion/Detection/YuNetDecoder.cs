using System.Numerics;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Detection;

/// <summary>
/// Turns YuNet's twelve tensors into faces. Source of the formulas: OpenCV's FaceDetectorYN: anchors at the cells'
/// upper left corners, centre = (anchor + offset) · stride, size = exp(·) · stride, score = √(class · objectness).
/// </summary>
internal sealed class YuNetDecoder
{
    private const int PointCount = 5;

    private readonly int _inputSize;
    private readonly float _threshold;
    private readonly (int Stride, int Class, int Objectness, int Box, int Points)[] _levels;

    public YuNetDecoder(InferenceSession session, int inputSize, float threshold)
    {
        _inputSize = inputSize;
        _threshold = threshold;
        _levels = [Level(8), Level(16), Level(32)];

        (int, int, int, int, int) Level(int stride) =>
            (stride, session.IndexOfOutput($"cls_{stride}"), session.IndexOfOutput($"obj_{stride}"), session.IndexOfOutput($"bbox_{stride}"), session.IndexOfOutput($"kps_{stride}"));
    }

    /// <summary>Appends the candidates of one look.</summary>
    /// <param name="outputs">The network's outputs.</param>
    /// <param name="networkToFrame">From the network's pixels to raster coordinates; no rotation.</param>
    /// <param name="candidates">Receives the faces, unsuppressed.</param>
    public void Decode(Tensor[] outputs, Affine2D networkToFrame, List<DetectedFace> candidates)
    {
        foreach ((int stride, int classIndex, int objectnessIndex, int boxIndex, int pointsIndex) in _levels)
        {
            ReadOnlySpan<float> classes = outputs[classIndex].AsSpan<float>(), objectness = outputs[objectnessIndex].AsSpan<float>();
            ReadOnlySpan<float> boxes = outputs[boxIndex].AsSpan<float>(), points = outputs[pointsIndex].AsSpan<float>();
            int columns = _inputSize / stride;
            for (int i = 0; i < columns * columns; i++)
            {
                float score = MathF.Sqrt(Math.Clamp(classes[i], 0, 1) * Math.Clamp(objectness[i], 0, 1));
                if (!(score >= _threshold))
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
