using System.Collections.Concurrent;
using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>
/// The canonical face bent onto the points of a network of few points, so that the swap and the crops get their 478: the
/// points the network gives lie where it puts them, those between follow their neighbours, those far from any (the
/// forehead) the head's pose.
/// </summary>
/// <remarks>
/// The pose is a scaled orthographic projection fitted to brows, nose, eyes and lips. What is left at the points is
/// spread over the surface with H. Wendland's compactly supported function φ(r) = (1 − r/R)⁴ (4 r/R + 1), r the distance
/// on the canonical face ("Piecewise polynomial, positive definite and compactly supported radial functions of minimal
/// degree", Advances in Computational Mathematics 4, 1995). The jaw's outline fades out as the head turns.
/// </remarks>
internal static class SparseMesh
{
    // In distances of the eyes.
    private const float Reach = 1.6f;

    // Added to the diagonal: the networks' own noise.
    private const double Noise = 0.02;

    // From the first turn to the side on, in degrees, the outline counts less; at the second not at all.
    private const double TurnBegins = 8, TurnEnds = 30;

    private static readonly ConcurrentDictionary<SparseLayout, CholeskyFactor> Factors = new();

    /// <summary>The mesh.</summary>
    /// <param name="layout">Which point is which.</param>
    /// <param name="landmarks">The points.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height in the frame.</param>
    public static FaceMesh Fit(SparseLayout layout, SparseLandmarks landmarks, double pixelAspect)
    {
        ReadOnlySpan<Vector3> canonical = CanonicalFace.Points;
        IReadOnlyList<(int Point, int Mesh)> features = layout.Features, jaw = layout.Jaw;
        Vector3[] model = new Vector3[features.Count];
        Vector2[] image = new Vector2[features.Count];
        for (int i = 0; i < model.Length; i++)
            (model[i], image[i]) = (canonical[features[i].Mesh], landmarks.Points[features[i].Point]);
        OrthographicFit pose = OrthographicFit.Solve(model, image);

        double yaw = Math.Abs(Math.Asin(Math.Clamp(Vector3.Cross(pose.X, pose.Y).X, -1, 1))) * (180 / Math.PI);
        double turned = Math.Clamp((yaw - TurnBegins) / (TurnEnds - TurnBegins), 0, 1);
        float outline = (float)(1 - turned * turned * (3 - 2 * turned));
        (int Point, int Mesh)[] places = [.. features, .. jaw];
        double[] x = new double[places.Length], y = new double[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            Vector3 seen = pose.Apply(canonical[places[i].Mesh]);
            Vector2 left = (landmarks.Points[places[i].Point] - new Vector2(seen.X, seen.Y)) * (i < features.Count ? 1 : outline);
            (x[i], y[i]) = (left.X, left.Y);
        }

        CholeskyFactor factor = Factors.GetOrAdd(layout, static (_, places) => Factor(places), places);
        factor.Solve(x);
        factor.Solve(y);
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
        {
            double dx = 0, dy = 0;
            for (int j = 0; j < places.Length; j++)
            {
                double weight = Weight(canonical[i], canonical[places[j].Mesh]);
                dx += weight * x[j];
                dy += weight * y[j];
            }

            points[i] = pose.Apply(canonical[i]) + new Vector3((float)dx, (float)dy, 0);
        }

        Irises.Place(points, FaceMeshIndices.LeftIris, FaceMeshIndices.LeftEye, Pupil(layout.LeftPupil));
        Irises.Place(points, FaceMeshIndices.RightIris, FaceMeshIndices.RightEye, Pupil(layout.RightPupil));
        Vector3 stretch = new((float)(1 / pixelAspect), 1, 1);
        foreach (ref Vector3 point in points.AsSpan())
            point *= stretch;
        return new FaceMesh(points, landmarks.Score, pixelAspect);

        Vector2? Pupil(int index) => index < 0 ? null : landmarks.Points[index];
    }

    private static CholeskyFactor Factor((int Point, int Mesh)[] places)
    {
        ReadOnlySpan<Vector3> canonical = CanonicalFace.Points;
        double[][] matrix = new double[places.Length][];
        for (int i = 0; i < places.Length; i++)
        {
            matrix[i] = new double[places.Length];
            for (int j = 0; j < places.Length; j++)
                matrix[i][j] = Weight(canonical[places[i].Mesh], canonical[places[j].Mesh]) + (i == j ? Noise : 0);
        }

        return new CholeskyFactor(matrix);
    }

    private static double Weight(Vector3 a, Vector3 b)
    {
        double r = Vector3.Distance(a, b) / Reach, rest = Math.Max(0, 1 - r), square = rest * rest;
        return square * square * (4 * r + 1);
    }
}
