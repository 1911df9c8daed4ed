namespace FaceFusion.Kernels.Device.Functions;

/// <summary>An image of four floats a pixel, row after row.</summary>
/// <typeparam name="TPixels">Where the pixels lie.</typeparam>
/// <param name="pixels">The pixels.</param>
/// <param name="width">Columns.</param>
/// <param name="height">Rows.</param>
public readonly struct WorkingImage<TPixels>(TPixels pixels, int width, int height) : IPixelSource
    where TPixels : struct, IPixels
{
    private readonly TPixels _pixels = pixels;

    /// <inheritdoc/>
    public int Width { get; } = width;

    /// <inheritdoc/>
    public int Height { get; } = height;

    /// <inheritdoc/>
    public Rgba Load(int x, int y) => _pixels.Load(Index(x, y));

    /// <inheritdoc/>
    public Rgba LoadBits(int x, int y) => _pixels.Load(Index(x, y));

    /// <summary>Stores a pixel.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    /// <param name="value">The pixel.</param>
    public void Store(int x, int y, Rgba value) => _pixels.Store(Index(x, y), value);

    private long Index(int x, int y) => ((long)y * Width) + x;
}
