using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Shape;

/// <summary>
/// A face without its pose: 478 points in the canonical face's frame (<see cref="CanonicalFace"/>: unit the
/// inter-ocular distance, x to the viewer's right, y down, z away from the viewer). Immutable.
/// </summary>
public sealed class FaceShape
{
    private readonly Vector3[] _points;

    /// <summary>A shape from its points.</summary>
    /// <param name="points">478 points in the canonical face's frame.</param>
    /// <exception cref="ArgumentException">Not 478 points.</exception>
    public FaceShape(ReadOnlySpan<Vector3> points)
        : this(points.ToArray())
    {
    }

    private FaceShape(Vector3[] points)
    {
        if (points.Length != FaceMeshIndices.Count)
            throw new ArgumentException($"A face shape has {FaceMeshIndices.Count} points, not {points.Length}.", nameof(points));
        _points = points;
    }

    /// <summary>The points.</summary>
    public ReadOnlySpan<Vector3> Points => _points;

    /// <summary>A shape that takes its points over: nobody else may change the array any more.</summary>
    /// <inheritdoc cref="FaceShape(ReadOnlySpan{Vector3})"/>
    internal static FaceShape Owning(Vector3[] points) => new(points);

    /// <summary>The shape of a mesh.</summary>
    /// <param name="mesh">A face in a frame.</param>
    /// <param name="pose">Its pose.</param>
    public static FaceShape Of(FaceMesh mesh, HeadPose pose)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        Similarity3 toCanonical = pose.CanonicalToFrame.Invert();
        Vector3[] points = mesh.ToSquare();
        for (int i = 0; i < points.Length; i++)
            points[i] = toCanonical.Apply(points[i]);
        return Owning(points);
    }

    /// <summary>The shape in a frame.</summary>
    /// <param name="pose">Where the head is and how it is turned.</param>
    /// <param name="presence">How certain it is that this is a face, 0 to 1.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height in the frame.</param>
    public FaceMesh Place(HeadPose pose, float presence, double pixelAspect = 1) => PlaceOwning([.. _points], pose, presence, pixelAspect);

    /// <summary>A shape in a frame; takes its points over.</summary>
    /// <param name="points">478 points in the canonical face's frame; nobody else may use the array any more.</param>
    /// <param name="pose">Where the head is and how it is turned.</param>
    /// <param name="presence">How certain it is that this is a face, 0 to 1.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height in the frame.</param>
    internal static FaceMesh PlaceOwning(Vector3[] points, HeadPose pose, float presence, double pixelAspect)
    {
        Vector3 stretch = new((float)(1 / pixelAspect), 1, 1);
        foreach (ref Vector3 point in points.AsSpan())
            point = pose.CanonicalToFrame.Apply(point) * stretch;
        return FaceMesh.Owning(points, presence, pixelAspect);
    }
}
