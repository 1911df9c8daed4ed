namespace FaceFusion.Kernels.Filtering;

/// <summary>Widths of a feather towards the four sides of a shape, in pixels, above 0.</summary>
/// <param name="Top">Towards its top.</param>
/// <param name="Bottom">Towards its bottom.</param>
/// <param name="Left">Towards its left.</param>
/// <param name="Right">Towards its right.</param>
public readonly record struct FeatherWidths(float Top, float Bottom, float Left, float Right)
{
    /// <summary>The widest.</summary>
    public float Widest => Math.Max(Math.Max(Top, Bottom), Math.Max(Left, Right));

    /// <summary>Whether all are the same.</summary>
    public bool IsUniform => Top == Bottom && Left == Right && Top == Left;
}
