using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Warping;

/// <summary>
/// A smooth field of displacements over a part of a frame: the coefficients of a uniform cubic B-spline on a grid of
/// cells that may be larger or smaller than pixels. Beyond the grid the field is 0.
/// </summary>
/// <remarks>The spline is a low-pass of its own, of variance ⅓ squared cell.</remarks>
public sealed class DisplacementGrid : IDisposable
{
    /// <summary>Cells beyond a place that its value depends on.</summary>
    public const int SplineReach = 2;

    /// <summary>A field of zeros.</summary>
    /// <param name="width">Columns of cells, at least 1.</param>
    /// <param name="height">Rows of cells, at least 1.</param>
    /// <param name="originX">Left side of the first column, a continuous coordinate of the frame.</param>
    /// <param name="originY">Upper side of the first row.</param>
    /// <param name="cellWidth">A cell's width in pixels, above 0.</param>
    /// <param name="cellHeight">A cell's height in pixels, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cell has no size, or a number is not finite.</exception>
    public DisplacementGrid(int width, int height, double originX, double originY, double cellWidth, double cellHeight)
    {
        if (!(cellWidth > 0 && cellHeight > 0 && double.IsFinite(cellWidth + cellHeight + originX + originY)))
            throw new ArgumentOutOfRangeException(nameof(cellWidth), cellWidth, "A grid's cells are larger than 0 pixels and lie at finite coordinates.");
        OriginX = originX;
        OriginY = originY;
        CellWidth = cellWidth;
        CellHeight = cellHeight;
        Cells = new ImageBuffer(width, height);
    }

    /// <summary>
    /// X, Y: pixels from a place of the result to where it comes from; W: how much the field counts there, 0 to 1; Z is
    /// not used.
    /// </summary>
    public ImageBuffer Cells { get; }

    /// <summary>Left side of the first column, a continuous coordinate of the frame.</summary>
    public double OriginX { get; }

    /// <summary>Upper side of the first row.</summary>
    public double OriginY { get; }

    /// <summary>A cell's width in pixels.</summary>
    public double CellWidth { get; }

    /// <summary>A cell's height in pixels.</summary>
    public double CellHeight { get; }

    /// <summary>The pixels that the grid covers.</summary>
    public RectI Pixels => RectI.FromBounds(new RectF(
        (float)OriginX, (float)OriginY, (float)(OriginX + (Cells.Width * CellWidth)), (float)(OriginY + (Cells.Height * CellHeight))));

    /// <summary>A point of the frame in units of cells from the origin.</summary>
    /// <param name="point">X and Y: continuous coordinates of the frame; Z stays.</param>
    public Vector3 ToCells(Vector3 point) =>
        new((float)((point.X - OriginX) / CellWidth), (float)((point.Y - OriginY) / CellHeight), point.Z);

    /// <inheritdoc/>
    public void Dispose() => Cells.Dispose();
}
