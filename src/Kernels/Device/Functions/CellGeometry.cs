using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Which cells of an image are wanted, as <see cref="Resampling.BoxReduction"/> numbers them.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct CellGeometry
{
    /// <summary>The first wanted cell's column, −1 for the one beyond the side.</summary>
    public int FirstX;

    /// <summary>Its row.</summary>
    public int FirstY;

    /// <summary>Wanted columns.</summary>
    public int Width;

    /// <summary>Wanted rows.</summary>
    public int Height;

    /// <summary>A cell's pixels along x.</summary>
    public int SizeX;

    /// <summary>A cell's pixels along y.</summary>
    public int SizeY;

    /// <summary>1 where zeros lie beyond the image's sides, 0 where its nearest pixels are repeated.</summary>
    public int HasZerosOutside;

    /// <summary>1 where whole cells are added row by row in two sums, of columns 0, 2, … and of the others, as the processor adds pixels of four floats.</summary>
    public int AddsInPairs;
}
