namespace FaceFusion.Kernels.Rasterisation;

/// <summary>Checks of index lists.</summary>
internal static class TriangleList
{
    /// <summary>Refuses indices that are no multiple of three or have no vertex.</summary>
    public static void Require(ReadOnlySpan<int> triangles, int vertices)
    {
        if (triangles.Length % 3 != 0)
            throw new ArgumentException($"{triangles.Length} indices are no whole number of triangles; give three a triangle.", nameof(triangles));

        foreach (int index in triangles)
        {
            if ((uint)index >= (uint)vertices)
                throw new ArgumentException($"Index {index} has no vertex among {vertices}; give indices from 0 on.", nameof(triangles));
        }
    }
}
