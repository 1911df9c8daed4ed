namespace FaceFusion.Host.Matrix;

/// <summary>What a cell of the matrix varies of a plain frame.</summary>
public enum MatrixVariation
{
    /// <summary>The frame whole and in tiles.</summary>
    Tiles,

    /// <summary>At half the scale.</summary>
    Proxy,

    /// <summary>With pixels twice as wide as high.</summary>
    PixelAspect,

    /// <summary>With an alpha that isn't 1 and colours multiplied by it.</summary>
    Premultiplied,
}
