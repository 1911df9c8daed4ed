using System.Numerics;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>An owned float RGBA image: one <see cref="Vector4"/> (red, green, blue, alpha) a pixel.</summary>
public sealed unsafe class ImageBuffer : PixelBuffer<Vector4>
{
    /// <summary>Makes an image with all channels 0.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or more than 2³¹ − 1 pixels.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public ImageBuffer(int width, int height)
        : this(width, height, clear: true)
    {
    }

    private ImageBuffer(int width, int height, bool clear)
        : base(width, height, clear)
    {
    }

    /// <summary>All pixels, row after row.</summary>
    public Span<Vector4> Pixels => All;

    /// <summary>Makes an image whose content is undefined: for one that is about to be written whole.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    public static ImageBuffer Uninitialized(int width, int height) => new(width, height, clear: false);

    /// <summary>A view for the operations that take any image.</summary>
    public PixelView AsView() =>
        new((nint)Pointer, (nint)Width * sizeof(Vector4), Width, Height, SampleFormat.Float32, PixelLayout.Rgba);

    /// <summary>A copy of its own memory.</summary>
    public ImageBuffer Clone() => Crop(Bounds);

    /// <summary>A copy of a part, of its own memory; its (0, 0) is the part's first pixel.</summary>
    /// <param name="part">The pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part isn't inside <see cref="PixelBuffer{TPixel}.Bounds"/>.</exception>
    public ImageBuffer Crop(RectI part) => Copy(part, Uninitialized);
}
