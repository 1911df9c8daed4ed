using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Resampling;

/// <summary>A part of an image's cells in memory; whoever made it keeps that. Cells around the part are like its nearest.</summary>
/// <param name="bounds">Which cells, at least one.</param>
/// <param name="first">The first row's first cell.</param>
/// <param name="stride">Cells from a row to the next.</param>
internal readonly unsafe struct CellGrid(RectI bounds, Vector4* first, nint stride)
{
    // Four kilobytes of cells: rows that lie a multiple of it apart push each other out of the caches.
    private const int Period = 256;
    private const int Apart = Period / 4;

    /// <summary>How many cells to leave from a row to the next so that the rows of a kernel stay in the caches together.</summary>
    /// <param name="width">Cells of a row.</param>
    public static int StrideFor(int width)
    {
        int past = width % Period;
        return past < Apart ? width + Apart - past : past > Period - Apart ? width + Period + Apart - past : width;
    }

    public RectI Bounds => bounds;

    public Vector4* First => first;

    public nint Stride => stride;

    /// <summary>The first cell of a row, or of the row that is nearest to it.</summary>
    public Vector4* Row(int y) => first + ((Math.Clamp(y, bounds.Y1, bounds.Y2 - 1) - bounds.Y1) * stride);
}
