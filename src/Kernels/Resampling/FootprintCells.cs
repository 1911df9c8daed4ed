using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// An image as <see cref="AreaSampler"/> reads it for maps of one scale, averaged in cells and decoded: where several maps
/// look at the same parts of an image, each pixel is read once. Owns its memory.
/// </summary>
public sealed unsafe class FootprintCells : IDisposable
{
    private readonly int _width, _height, _cellWidth, _cellHeight;
    private readonly RectI _bounds;
    private readonly ImageBuffer _cells;

    /// <summary>Reads an image; transparent black lies beyond its sides.</summary>
    /// <param name="source">The host's image.</param>
    /// <param name="destinationToSource">One of the maps; where it begins doesn't matter.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    public FootprintCells(PixelView source, Affine2D destinationToSource, NetworkSpace space, bool premultiplied)
    {
        FootprintFilter.RequireFinite(destinationToSource);
        _width = source.Width;
        _height = source.Height;
        _cellWidth = Horizontal(destinationToSource).Cell;
        _cellHeight = Vertical(destinationToSource).Cell;

        // One cell beyond each side stands for all that lie there.
        _bounds = source.IsEmpty ? RectI.Empty : new RectI(-1, -1, BoxReduction.Cells(_width, _cellWidth) + 1, BoxReduction.Cells(_height, _cellHeight) + 1);
        _cells = ImageBuffer.Uninitialized(_bounds.Width, _bounds.Height);
        if (!source.IsEmpty)
            BoxReduction.Reduce(new WorkingRows(source, space, premultiplied), _cellWidth, _cellHeight, EdgeMode.Zero, _bounds, _cells.Pointer, _bounds.Width);
    }

    /// <inheritdoc/>
    public void Dispose() => _cells.Dispose();

    /// <summary>Samples the image; the same bits as reading it for this map alone.</summary>
    /// <param name="destinationToSource">Continuous destination to continuous source coordinates, of the scale that the image was read for.</param>
    /// <param name="destination">The pixels to compute.</param>
    /// <param name="sink">What takes them.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite, or is of another scale.</exception>
    internal void Sample<TSink>(Affine2D destinationToSource, RectI destination, TSink sink)
        where TSink : struct, IPixelSink
    {
        FootprintFilter.RequireFinite(destinationToSource);
        if (destination.IsEmpty)
            return;
        if (_bounds.IsEmpty)
        {
            FootprintFilter.Blank(destination, sink);
            return;
        }

        FootprintAxis horizontal = Horizontal(destinationToSource), vertical = Vertical(destinationToSource);
        if (horizontal.Cell != _cellWidth || vertical.Cell != _cellHeight)
            throw new ArgumentException($"The map {destinationToSource} needs cells of {horizontal.Cell}×{vertical.Cell} pixels, but the image was read in cells of {_cellWidth}×{_cellHeight}; give a map of the scale it was read for.", nameof(destinationToSource));

        RectI needed = FootprintFilter.CellsFor(horizontal, vertical, destination);
        CellGrid cells = new CellGrid(_bounds, _cells.Pointer, _bounds.Width).Crop(needed);
        FootprintFilter.Run(horizontal, vertical, FootprintFilter.IsTurned(destinationToSource), cells, destination, sink);
    }

    private FootprintAxis Horizontal(Affine2D map) => new(map.Xx, map.Xy, map.Tx, _width);

    private FootprintAxis Vertical(Affine2D map) => new(map.Yx, map.Yy, map.Ty, _height);
}
