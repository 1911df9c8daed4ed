using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>
/// MediaPipe's face detectors, short range (1×3×128×128, 896 anchors) and full range (1×3×192×192, 2304 anchors): RGB
/// −1…1 in; 16 numbers an anchor and a logit out. The 16 are, in pixels of the input and from the anchor: centre x and y,
/// width, height, then both eyes, the nose's tip, the middle of the mouth and both ears.
/// </summary>
/// <remarks>
/// Source: the calculator options of MediaPipe's face detection graphs (Apache-2.0; facts): anchors in the middle of
/// cells, of strides 8, 16, 16 and 16 with two each (short range) or of stride 4 with one (full range); logits are
/// clipped to ±100. The corners of the mouth aren't given: they are put to both sides of its middle, along the eyes, as
/// wide apart as in an average face; the landmark network finds them better.
/// </remarks>
public sealed class MediaPipeDetector : SearchingDetector
{
    private const int ShortRange = 896;
    private const int FullRange = 2304;
    private const int Numbers = 16;
    private const int LeftEye = 0, RightEye = 1, Nose = 2, Mouth = 3;
    private const float LargestLogit = 100;

    // Half the distance of the mouth's corners by that of the eyes, of the arcface_112_v2 template.
    private const float HalfMouth = 0.414f;

    private static readonly TensorFormat Rgb = new(ChannelOrder.Rgb, new(2), new(-1), ClampToUnit: true);

    private readonly Vector2[] _anchors;

    /// <summary>A detector on a loaded network.</summary>
    /// <param name="session">The network's session.</param>
    /// <param name="threshold">The least score, 0 to 1.</param>
    /// <exception cref="ModelException">It is neither of MediaPipe's face detectors.</exception>
    public MediaPipeDetector(InferenceSession session, float threshold = YuNetDetector.DefaultThreshold)
        : base(ContractNames.MediaPipeDetector, session, Rgb, threshold)
    {
        _anchors = session.Outputs[0].Shape[1] switch
        {
            ShortRange => [.. Anchors(InputSize / 8, 2), .. Anchors(InputSize / 16, 6)],
            FullRange => [.. Anchors(InputSize / 4, 1)],
            var count => throw new ModelException($"The model '{session.Name}' has {count} anchors, where MediaPipe's face detectors have {ShortRange} or {FullRange}; use one of these."),
        };
    }

    internal override void Decode(NetworkOutputs outputs, Affine2D networkToFrame, float threshold, List<DetectedFace> candidates)
    {
        ReadOnlySpan<float> numbers = outputs.Floats(0, Numbers * _anchors.Length), logits = outputs.Floats(1, _anchors.Length);
        Span<Vector2> points = stackalloc Vector2[5];
        for (int i = 0; i < _anchors.Length; i++)
        {
            float score = 1 / (1 + MathF.Exp(-Math.Clamp(logits[i], -LargestLogit, LargestLogit)));
            if (score < threshold)
                continue;
            Vector2 anchor = _anchors[i] * InputSize;
            ReadOnlySpan<float> row = numbers.Slice(Numbers * i, Numbers);
            Vector2 centre = anchor + new Vector2(row[0], row[1]), half = new Vector2(row[2], row[3]) / 2;
            Vector2 low = networkToFrame.Apply(centre - half), high = networkToFrame.Apply(centre + half);
            Vector2 left = Point(row, LeftEye), right = Point(row, RightEye), mouth = Point(row, Mouth), across = HalfMouth * (right - left);
            points[0] = networkToFrame.Apply(anchor + left);
            points[1] = networkToFrame.Apply(anchor + right);
            points[2] = networkToFrame.Apply(anchor + Point(row, Nose));
            points[3] = networkToFrame.Apply(anchor + mouth - across);
            points[4] = networkToFrame.Apply(anchor + mouth + across);
            candidates.Add(new DetectedFace(new RectF(low.X, low.Y, high.X, high.Y), score, points));
        }
    }

    private static Vector2 Point(ReadOnlySpan<float> row, int index) => new(row[4 + 2 * index], row[5 + 2 * index]);

    // As fractions of the input's side, row by row, a cell's own one after the other.
    private static IEnumerable<Vector2> Anchors(int columns, int perCell)
    {
        for (int i = 0; i < perCell * columns * columns; i++)
        {
            int cell = i / perCell;
            yield return new Vector2((cell % columns + 0.5f) / columns, (cell / columns + 0.5f) / columns);
        }
    }
}
