using System.Numerics;
using FaceFusion.Kernels.Rasterisation;

namespace FaceFusion.Kernels.Tests.Rasterisation;

public class MeshNormalsTests
{
    [Fact]
    public void A_flat_mesh_has_one_normal_whatever_its_triangles()
    {
        Vector3[] vertices = [new(0, 0, 2), new(5, 0, 2), new(0, 3, 2), new(7, 9, 2)];
        Assert.All(MeshNormals.Compute(vertices, [0, 1, 2, 1, 3, 2]), normal => Assert.Equal(Vector3.UnitZ, normal));
    }

    [Fact]
    public void Triangles_count_by_their_area()
    {
        // Round vertex 0: one triangle in the plane z = 0 of twice the area of one in the plane x = 0.
        Vector3[] vertices = [Vector3.Zero, new(2, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        Vector3 normal = MeshNormals.Compute(vertices, [0, 1, 2, 0, 2, 3])[0];
        Vector3 expected = Vector3.Normalize(new Vector3(1, 0, 2));
        Assert.True((normal - expected).Length() < 1e-6f);
    }

    [Fact]
    public void Vertices_without_an_area_have_no_normal_and_bad_input_is_refused()
    {
        Vector3[] vertices = [Vector3.Zero, Vector3.One, Vector3.One * 2, Vector3.UnitX];
        Assert.All(MeshNormals.Compute(vertices, [0, 1, 2]), normal => Assert.Equal(Vector3.Zero, normal));
        Assert.Throws<ArgumentException>(() => MeshNormals.Compute(vertices, [0, 1, 4]));
        Assert.Throws<ArgumentException>(() => MeshNormals.Compute(vertices, [0, 1]));
        Assert.Throws<ArgumentException>(() => MeshNormals.Compute(vertices, [0, 1, 2], new Vector3[3]));
    }
}
