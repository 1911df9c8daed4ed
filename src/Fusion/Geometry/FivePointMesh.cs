using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Geometry;

/// <summary>
/// The canonical face laid onto a detector's five points: what is left when a face is too small or too blurred for the
/// landmark network.
/// </summary>
public static class FivePointMesh
{
    /// <summary>The canonical face in the pose that explains the five points best.</summary>
    /// <param name="face">A detection in raster coordinates.</param>
    /// <param name="pixelAspect">A pixel's width divided by its height.</param>
    /// <param name="presence">What the landmark network said of the face, 0 to 1.</param>
    public static FaceMesh Fit(DetectedFace face, double pixelAspect, float presence)
    {
        ArgumentNullException.ThrowIfNull(face);
        ReadOnlySpan<Vector3> model = [Eye(FaceMeshIndices.LeftEye), Eye(FaceMeshIndices.RightEye), CanonicalFace.Points[FaceMeshIndices.NoseTip], CanonicalFace.Points[FaceMeshIndices.LeftMouthCorner], CanonicalFace.Points[FaceMeshIndices.RightMouthCorner]];
        Vector2 stretch = new((float)pixelAspect, 1);
        Span<Vector2> image = stackalloc Vector2[model.Length];
        for (int i = 0; i < image.Length; i++)
            image[i] = face.Points[i] * stretch;

        OrthographicFit fit = OrthographicFit.Solve(model, image);
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
            points[i] = fit.Apply(CanonicalFace.Points[i]) / new Vector3(stretch, 1);
        return FaceMesh.Owning(points, presence, pixelAspect);
    }

    private static Vector3 Eye(ReadOnlySpan<int> lids)
    {
        Vector3 sum = default;
        foreach (int index in lids)
            sum += CanonicalFace.Points[index];
        return sum / lids.Length;
    }
}
