using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Basis.Head;

/// <summary>
/// The 468 surface points of the landmark network on the head model: where the network sees them in the neutral
/// head's picture; the lips' in a picture with the mouth open, for closed lips lie on each other.
/// </summary>
internal sealed class HeadLandmarks
{
    private const double MouthOpening = 0.6;

    private readonly HeadModel _model;
    private readonly SurfacePoint[] _points;

    public HeadLandmarks(HeadModel model, FaceMeasurer measurer)
    {
        _model = model;
        double[] open = Add(model.Neutral, model.Expression("jawOpen"), MouthOpening);
        HashSet<int> lips = [.. FaceMeshIndices.InnerUpperLip, .. FaceMeshIndices.InnerLowerLip, .. FaceMeshIndices.OuterLips];
        SurfacePoint[] closed = Attach(model.Neutral, measurer), opened = Attach(open, measurer);
        _points = [.. closed.Select((point, i) => lips.Contains(i) ? opened[i] : point)];
    }

    /// <summary>The shape of the neutral head with offsets added, as the pose fit would give it.</summary>
    public FaceShape Shape(double[] offsets, double amount = 1)
    {
        double[] coordinates = Add(_model.Neutral, offsets, amount);
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < _points.Length; i++)
            points[i] = _points[i].On(coordinates);
        FaceMesh mesh = new(points, 1);
        return FaceShape.Of(mesh, HeadPose.Fit(mesh));
    }

    /// <summary>The points on a head's coordinates, in centimetres.</summary>
    public Vector3[] On(double[] coordinates) => [.. _points.Select(point => point.On(coordinates))];

    public static double[] Add(double[] neutral, double[] offsets, double amount) =>
        [.. neutral.Zip(offsets, (at, by) => at + amount * by)];

    private SurfacePoint[] Attach(double[] coordinates, FaceMeasurer measurer)
    {
        using HeadPicture picture = new(_model, coordinates);
        FaceMesh mesh = measurer.Measure(picture.Frame) ?? throw new InvalidDataException("No face is found in the head model's picture; give the neutral head of the archive.");
        HeadSurface surface = new(_model, picture);
        SurfacePoint[] points = new SurfacePoint[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < points.Length; i++)
            points[i] = surface.At(new Vector2(mesh.Points[i].X, mesh.Points[i].Y));
        return points;
    }
}
