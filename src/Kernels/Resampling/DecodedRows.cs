using System.Numerics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Rows of an image of which a part lies decoded in memory; no other pixel may be asked for.</summary>
/// <param name="origin">Where the image's first pixel would lie; needn't be memory.</param>
/// <param name="stride">Pixels from a row to the next.</param>
/// <param name="width">The image's columns.</param>
/// <param name="height">The image's rows.</param>
internal readonly unsafe struct DecodedRows(Vector4* origin, nint stride, int width, int height) : IRowSource
{
    public int Width => width;

    public int Height => height;

    /// <inheritdoc/>
    public void Decode(int y, int x, int count, Vector4* destination) =>
        new ReadOnlySpan<Vector4>(origin + (y * stride) + x, count).CopyTo(new Span<Vector4>(destination, count));

    /// <inheritdoc/>
    public void Load(int y, int x, int count, Vector4* destination) => Decode(y, x, count, destination);

    /// <inheritdoc/>
    public void Add(int y, int x, int count, float weight, Vector4* sum, Vector4* line) =>
        FlatMath.AddScaled((float*)(origin + (y * stride) + x), weight, (float*)sum, (nint)count * 4);

    /// <inheritdoc/>
    public bool TryAverage(int y, int ny, int x, int nx, int count, Vector4* averages) => false;

    /// <inheritdoc/>
    public void Finish(Vector4* averages, int count)
    {
    }

    /// <inheritdoc/>
    public bool TryCells(RectI pixels, out CellGrid cells)
    {
        bool isThere = RectI.FromSize(width, height).Contains(pixels);
        cells = isThere ? new CellGrid(pixels, origin + (pixels.Y1 * stride) + pixels.X1, stride) : default;
        return isThere;
    }
}
