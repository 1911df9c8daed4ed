using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Resampling;

/// <summary>An image whose rows are computed when they are asked for.</summary>
internal unsafe interface IRowSource : IRowDecoder
{
    int Width { get; }

    int Height { get; }

    /// <summary>As <see cref="IRowDecoder.Decode"/>, in terms in which pixels are averaged; finite.</summary>
    void Load(int y, int x, int count, Vector4* destination);

    /// <summary>Adds what <see cref="Load"/> gives, times a weight, to a sum.</summary>
    /// <param name="y">The row.</param>
    /// <param name="x">The first pixel.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="sum">The sum of as many pixels.</param>
    /// <param name="line">Room for as many pixels.</param>
    void Add(int y, int x, int count, float weight, Vector4* sum, Vector4* line);

    /// <summary>
    /// Averages whole cells straight from memory, where the source has its pixels there; <see langword="false"/> when it
    /// hasn't, and has done nothing.
    /// </summary>
    /// <param name="y">The cells' first row.</param>
    /// <param name="ny">Rows of a cell, all inside the image.</param>
    /// <param name="x">The first cell's first column.</param>
    /// <param name="nx">Columns of a cell.</param>
    /// <param name="count">Cells side by side, all inside the image.</param>
    /// <param name="averages">Of what <see cref="Load"/> gives.</param>
    bool TryAverage(int y, int ny, int x, int nx, int count, Vector4* averages);

    /// <summary>Turns averages of what <see cref="Load"/> gives into what <see cref="IRowDecoder.Decode"/> gives, in place.</summary>
    void Finish(Vector4* averages, int count);

    /// <summary>The pixels as cells of one, where they lie in memory as <see cref="IRowDecoder.Decode"/> gives them; <see langword="false"/> where they don't.</summary>
    /// <param name="pixels">Which; may stick out of the image by one, and then they don't.</param>
    /// <param name="cells">The cells, valid as long as the source.</param>
    bool TryCells(RectI pixels, out CellGrid cells);
}
