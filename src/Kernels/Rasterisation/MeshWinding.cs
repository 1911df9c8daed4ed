namespace FaceFusion.Kernels.Rasterisation;

/// <summary>In which sense the corners of a triangle that faces the viewer follow each other, as seen in the image.</summary>
public enum MeshWinding
{
    /// <summary>Clockwise as seen (y down): (x₁ − x₀)(y₂ − y₀) − (x₂ − x₀)(y₁ − y₀) is positive.</summary>
    Clockwise,

    /// <summary>Counter-clockwise as seen: that expression is negative.</summary>
    CounterClockwise,
}
