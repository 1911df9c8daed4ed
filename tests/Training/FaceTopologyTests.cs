using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Training.Synthesis;

namespace FaceFusion.Training.Tests;

public class FaceTopologyTests
{
    [Fact]
    public void The_triangles_tile_the_canonical_faces_oval()
    {
        Vector2[] oval = [.. FaceMeshIndices.Oval.ToArray().Select(index => Flat(CanonicalFace.Points[index]))];
        double inside = 0;
        foreach (int[] corners in FaceTopology.Triangles.Chunk(3).Where(corners => !corners.Any(IsRing)))
        {
            double area = Area([.. corners.Select(Place)]);
            // The canonical face's lips touch: about them it has slivers, a few of them turned round.
            Assert.True(area >= -2e-4, "A triangle is turned round.");
            inside += area;
        }

        Assert.Equal(Area(oval), inside, 1e-3);
    }

    [Fact]
    public void Every_vertex_is_drawn_but_those_inside_the_old_mouth()
    {
        HashSet<int> used = [.. FaceTopology.Triangles];
        Assert.All(Enumerable.Range(FaceTopology.FirstIris, FaceTopology.Count - FaceTopology.FirstIris), vertex => Assert.Contains(vertex, used));
        Assert.All(FaceTopology.Triangles, vertex => Assert.InRange(vertex, 0, FaceTopology.Count - 1));
    }

    private static bool IsRing(int vertex) => vertex >= FaceTopology.FirstRing && vertex < FaceTopology.FirstMouth;

    private static Vector2 Place(int vertex) => Flat(CanonicalFace.Points[
        vertex < FaceTopology.FirstIris ? vertex
        : vertex < FaceTopology.FirstRing ? FaceTopology.Irises[vertex - FaceTopology.FirstIris]
        : FaceTopology.Mouth[vertex - FaceTopology.FirstMouth]]);

    private static Vector2 Flat(Vector3 point) => new(point.X, point.Y);

    private static double Area(Vector2[] corners) =>
        corners.Select((corner, i) => (double)corner.X * corners[(i + 1) % corners.Length].Y - (double)corners[(i + 1) % corners.Length].X * corner.Y).Sum() / 2;
}
