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
    /// <remarks>
    /// A least-squares affine camera (three unknowns a row), whose two rows are then made orthogonal and equally long:
    /// scaled orthographic projection.
    /// </remarks>
    public static FaceMesh Fit(DetectedFace face, double pixelAspect, float presence)
    {
        ArgumentNullException.ThrowIfNull(face);
        ReadOnlySpan<Vector3> model = [Eye(FaceMeshIndices.LeftEye), Eye(FaceMeshIndices.RightEye), CanonicalFace.Points[FaceMeshIndices.NoseTip], CanonicalFace.Points[FaceMeshIndices.LeftMouthCorner], CanonicalFace.Points[FaceMeshIndices.RightMouthCorner]];
        Vector2 stretch = new((float)pixelAspect, 1);
        Vector3 modelMean = default;
        Vector2 imageMean = default;
        for (int i = 0; i < model.Length; i++)
        {
            modelMean += model[i] / model.Length;
            imageMean += face.Points[i] * stretch / model.Length;
        }

        // The normal equations: one symmetric matrix, a right-hand side for each row of the camera.
        Vector3 column1 = default, column2 = default, column3 = default, right1 = default, right2 = default;
        for (int i = 0; i < model.Length; i++)
        {
            Vector3 p = model[i] - modelMean;
            Vector2 q = face.Points[i] * stretch - imageMean;
            column1 += p.X * p;
            column2 += p.Y * p;
            column3 += p.Z * p;
            right1 += q.X * p;
            right2 += q.Y * p;
        }

        Vector3 row1 = Solve(column1, column2, column3, right1), row2 = Solve(column1, column2, column3, right2);
        float scale = (row1.Length() + row2.Length()) / 2;
        Vector3 sum = Vector3.Normalize(Vector3.Normalize(row1) + Vector3.Normalize(row2));
        Vector3 difference = Vector3.Normalize(Vector3.Normalize(row1) - Vector3.Normalize(row2));
        Vector3 x = (sum + difference) / MathF.Sqrt(2), y = (sum - difference) / MathF.Sqrt(2), z = Vector3.Cross(x, y);

        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
        {
            Vector3 p = scale * (CanonicalFace.Points[i] - modelMean);
            points[i] = new Vector3((Vector3.Dot(x, p) + imageMean.X) / stretch.X, Vector3.Dot(y, p) + imageMean.Y, Vector3.Dot(z, p));
        }

        return new FaceMesh(points, presence, pixelAspect);
    }

    private static Vector3 Eye(ReadOnlySpan<int> lids)
    {
        Vector3 sum = default;
        foreach (int index in lids)
            sum += CanonicalFace.Points[index];
        return sum / lids.Length;
    }

    // Cramer's rule; the canonical face's five points are never in one plane.
    private static Vector3 Solve(Vector3 a, Vector3 b, Vector3 c, Vector3 right)
    {
        float determinant = Vector3.Dot(a, Vector3.Cross(b, c));
        return new Vector3(
            Vector3.Dot(right, Vector3.Cross(b, c)),
            Vector3.Dot(a, Vector3.Cross(right, c)),
            Vector3.Dot(a, Vector3.Cross(b, right))) / determinant;
    }
}
