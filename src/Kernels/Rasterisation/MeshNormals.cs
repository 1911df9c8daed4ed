using System.Numerics;

namespace FaceFusion.Kernels.Rasterisation;

/// <summary>Normals of triangle meshes.</summary>
public static class MeshNormals
{
    /// <summary>
    /// Unit normals per vertex: the sum of the cross products (B − A) × (C − A) of the triangles around it, so that
    /// each counts by its area. A vertex without an area around it gets the zero vector.
    /// </summary>
    /// <param name="vertices">Positions, in any unit.</param>
    /// <param name="triangles">Three vertex indices a triangle.</param>
    /// <exception cref="ArgumentException">The indices are no multiple of three, or one has no vertex.</exception>
    public static Vector3[] Compute(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> triangles)
    {
        var normals = new Vector3[vertices.Length];
        Compute(vertices, triangles, normals);
        return normals;
    }

    /// <summary>As <see cref="Compute(ReadOnlySpan{Vector3}, ReadOnlySpan{int})"/>, into given memory.</summary>
    /// <param name="vertices">Positions.</param>
    /// <param name="triangles">Three vertex indices a triangle.</param>
    /// <param name="normals">As many as vertices.</param>
    /// <exception cref="ArgumentException">A length or an index doesn't fit.</exception>
    public static void Compute(ReadOnlySpan<Vector3> vertices, ReadOnlySpan<int> triangles, Span<Vector3> normals)
    {
        TriangleList.Require(triangles, vertices.Length);
        if (normals.Length != vertices.Length)
            throw new ArgumentException($"{vertices.Length} vertices need as many normals, not {normals.Length}.", nameof(normals));

        normals.Clear();
        for (int i = 0; i < triangles.Length; i += 3)
        {
            Vector3 a = vertices[triangles[i]];
            Vector3 twiceArea = Vector3.Cross(vertices[triangles[i + 1]] - a, vertices[triangles[i + 2]] - a);
            normals[triangles[i]] += twiceArea;
            normals[triangles[i + 1]] += twiceArea;
            normals[triangles[i + 2]] += twiceArea;
        }

        foreach (ref Vector3 normal in normals)
        {
            float length = normal.Length();
            normal = length > 0 && float.IsFinite(length) ? normal / length : Vector3.Zero;
        }
    }
}
