using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Starter.Detector;

/// <summary>How one detector's faces agree with another's, over many pictures.</summary>
internal sealed class DetectionScore
{
    /// <summary>Faces whose longer side is shorter, in pixels, are neither asked for nor counted against the detector.</summary>
    public const float Smallest = 32;

    // Boxes that share so much of their union show the same face.
    private const float SameUnion = 0.4f;

    private readonly List<double> _errors = [];
    private int _missed;
    private int _false;

    public double Recall => (double)_errors.Count / Math.Max(1, _errors.Count + _missed);

    public double Precision => (double)_errors.Count / Math.Max(1, _errors.Count + _false);

    /// <summary>The five points' mean distance in shares of the box's longer side.</summary>
    public double PointError => _errors.Count == 0 ? 1 : _errors.Average();

    /// <summary>Adds a picture.</summary>
    /// <param name="found">What the detector in question saw.</param>
    /// <param name="faces">What is there.</param>
    /// <param name="doubtful">What may be there: finding it is no fault.</param>
    public void Add(IReadOnlyList<DetectedFace> found, IReadOnlyList<DetectedFace> faces, IReadOnlyList<DetectedFace> doubtful)
    {
        foreach (DetectedFace face in faces.Where(IsCounted))
        {
            if (found.Where(other => Overlap(face.Box, other.Box) >= SameUnion).MaxBy(other => Overlap(face.Box, other.Box)) is { } match)
                _errors.Add(face.Points.ToArray().Zip(match.Points.ToArray(), Vector2.Distance).Average() / Side(face));
            else
                _missed++;
        }

        _false += found.Count(face => IsCounted(face) && !faces.Concat(doubtful).Any(other => Overlap(face.Box, other.Box) >= SameUnion));
    }

    private static bool IsCounted(DetectedFace face) => Side(face) >= Smallest;

    private static float Side(DetectedFace face) => Math.Max(face.Box.Width, face.Box.Height);

    private static float Overlap(RectF a, RectF b)
    {
        float width = Math.Min(a.X2, b.X2) - Math.Max(a.X1, b.X1), height = Math.Min(a.Y2, b.Y2) - Math.Max(a.Y1, b.Y1);
        return width <= 0 || height <= 0 ? 0 : width * height / (a.Area + b.Area - width * height);
    }
}
