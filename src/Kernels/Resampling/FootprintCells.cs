using System.Numerics;
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
        : this(destinationToSource, source.Width, source.Height)
    {
        if (!source.IsEmpty)
            BoxReduction.Reduce(new WorkingRows(source, space, premultiplied), _cellWidth, _cellHeight, EdgeMode.Zero, _bounds, _cells.Pointer, _bounds.Width);
    }

    private FootprintCells(Affine2D destinationToSource, int width, int height)
    {
        FootprintFilter.RequireFinite(destinationToSource);
        _width = width;
        _height = height;
        _cellWidth = Horizontal(destinationToSource).Cell;
        _cellHeight = Vertical(destinationToSource).Cell;

        // One cell beyond each side stands for all that lie there.
        _bounds = width == 0 || height == 0
            ? RectI.Empty
            : new RectI(-1, -1, BoxReduction.Cells(width, _cellWidth) + 1, BoxReduction.Cells(height, _cellHeight) + 1);
        _cells = ImageBuffer.Uninitialized(_bounds.Width, _bounds.Height);
    }

    /// <summary>Which cells are held.</summary>
    internal RectI Bounds => _bounds;

    /// <summary>The cells, row after row.</summary>
    internal Span<Vector4> Pixels => _cells.Pixels;

    /// <summary>The source pixels that one cell averages, along x and y: 1×1 up to a footprint of 2.84.</summary>
    /// <param name="destinationToSource">A map, finite.</param>
    public static (int Width, int Height) CellOf(Affine2D destinationToSource) =>
        (new FootprintAxis(destinationToSource.Xx, destinationToSource.Xy, 0, 1).Cell, new FootprintAxis(destinationToSource.Yx, destinationToSource.Yy, 0, 1).Cell);

    /// <inheritdoc/>
    public void Dispose() => _cells.Dispose();

    /// <summary>Room for cells that somebody else averages.</summary>
    /// <param name="destinationToSource">One of the maps.</param>
    /// <param name="width">The image's columns.</param>
    /// <param name="height">The image's rows.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    internal static FootprintCells Empty(Affine2D destinationToSource, int width, int height) => new(destinationToSource, width, height);

    /// <summary>Turns means of the host's values into working-space pixels.</summary>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="divide">Whether colours are multiplied by an alpha that is there.</param>
    internal void Encode(NetworkSpace space, bool divide)
    {
        for (int y = 0; y < _bounds.Height; y++)
            space.EncodeRow(_cells.Pointer + ((nint)y * _bounds.Width), _bounds.Width, divide);
    }

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
