using System.Numerics;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Quality.Measures;

/// <summary>
/// How far the points found in a result lie from the mesh it was made to show: the mean distance over the 468 points
/// of the surface, in the picture's plane and in square pixels, in percent of the distance between the target's eyes.
/// The landmark network's own noise is part of it (0.15 to 0.7 percent).
/// </summary>
internal static class MeshError
{
    /// <summary>The error in percent.</summary>
    /// <param name="found">The points found in the result.</param>
    /// <param name="intended">The points it was made for.</param>
    /// <param name="interOcular">The distance between the target's eyes in square pixels.</param>
    public static double Percent(FaceMesh found, FaceMesh intended, double interOcular)
    {
        Vector3[] seen = found.ToSquare(), wanted = intended.ToSquare();
        double sum = 0;
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
        {
            Vector3 off = seen[i] - wanted[i];
            sum += Math.Sqrt((double)off.X * off.X + (double)off.Y * off.Y);
        }

        return 100 * sum / (FaceMeshIndices.SurfaceCount * interOcular);
    }
}
