namespace FaceFusion.Kernels.Device.Functions;

/// <summary>An image that a kernel reads: a host's or one of four floats a pixel.</summary>
public interface IPixelSource
{
    /// <summary>Columns.</summary>
    int Width { get; }

    /// <summary>Rows.</summary>
    int Height { get; }

    /// <summary>A pixel as it is averaged: finite.</summary>
    /// <param name="x">0 ≤ x &lt; <see cref="Width"/>.</param>
    /// <param name="y">0 ≤ y &lt; <see cref="Height"/>, 0 on top.</param>
    Rgba Load(int x, int y);

    /// <summary>A pixel as it is stored.</summary>
    /// <param name="x">0 ≤ x &lt; <see cref="Width"/>.</param>
    /// <param name="y">0 ≤ y &lt; <see cref="Height"/>, 0 on top.</param>
    Rgba LoadBits(int x, int y);
}
