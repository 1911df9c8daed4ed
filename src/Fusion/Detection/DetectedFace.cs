using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Detection;

/// <summary>A face as a detector sees it, in continuous raster coordinates of the frame.</summary>
public sealed class DetectedFace
{
    private readonly Vector2[] _points;

    /// <summary>A detection.</summary>
    /// <param name="box">The face from brow to chin.</param>
    /// <param name="score">Confidence, 0 to 1.</param>
    /// <param name="points">Five points: viewer-left eye, viewer-right eye, nose tip, viewer-left and viewer-right mouth corner.</param>
    /// <exception cref="ArgumentException">Not five points.</exception>
    public DetectedFace(RectF box, float score, ReadOnlySpan<Vector2> points)
    {
        if (points.Length != 5)
            throw new ArgumentException($"A detected face has five points, not {points.Length}.", nameof(points));
        Box = box;
        Score = score;
        _points = points.ToArray();
    }

    /// <summary>The face from brow to chin; it may stick out of the frame.</summary>
    public RectF Box { get; }

    /// <summary>Confidence, 0 to 1.</summary>
    public float Score { get; }

    /// <summary>Viewer-left eye, viewer-right eye, nose tip, viewer-left and viewer-right mouth corner.</summary>
    public ReadOnlySpan<Vector2> Points => _points;
}
