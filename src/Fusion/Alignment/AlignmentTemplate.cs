using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Alignment;

/// <summary>
/// Where a network expects the five points of a face (viewer-left eye, viewer-right eye, nose tip, viewer-left and
/// viewer-right mouth corner) in its square crop.
/// </summary>
public sealed class AlignmentTemplate
{
    private readonly Vector2[] _points;

    private AlignmentTemplate(string name, params Vector2[] points)
    {
        Name = name;
        _points = points;
    }

    /// <summary>
    /// The template of ArcFace and the recognisers trained after it (InsightFace's 112-pixel template, here divided
    /// by 112).
    /// </summary>
    public static AlignmentTemplate Arcface112V2 { get; } = new(
        "arcface_112_v2",
        new(0.34191607f, 0.46157411f),
        new(0.65653393f, 0.45983393f),
        new(0.50022500f, 0.64050536f),
        new(0.37097589f, 0.82469196f),
        new(0.63151696f, 0.82325089f));

    /// <summary>The name by which model documentation refers to the template.</summary>
    public string Name { get; }

    /// <summary>The five points as fractions of the crop's side.</summary>
    public ReadOnlySpan<Vector2> Points => _points;

    /// <summary>The similarity from a crop of <paramref name="size"/> pixels to the place of <paramref name="facePoints"/>.</summary>
    /// <param name="facePoints">Five points of a face, in the template's order.</param>
    /// <param name="size">The crop's side in pixels.</param>
    /// <exception cref="ArgumentException">Not five points, or all of them coincide.</exception>
    public Affine2D CropToFace(ReadOnlySpan<Vector2> facePoints, int size)
    {
        Span<Vector2> scaled = stackalloc Vector2[_points.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = _points[i] * size;
        return SimilarityFit.Solve(facePoints, scaled).Invert();
    }
}
