using System.Numerics;

namespace FaceFusion.Basis.Head;

/// <summary>A place on a triangle of the head: corners and barycentric weights.</summary>
internal readonly record struct SurfacePoint(int A, int B, int C, Vector3 Weights)
{
    /// <summary>The place on the head of these coordinates, three a vertex.</summary>
    public Vector3 On(double[] coordinates) => Weights.X * Vertex(coordinates, A) + Weights.Y * Vertex(coordinates, B) + Weights.Z * Vertex(coordinates, C);

    private static Vector3 Vertex(double[] coordinates, int index) =>
        new((float)coordinates[3 * index], (float)coordinates[3 * index + 1], (float)coordinates[3 * index + 2]);
}
