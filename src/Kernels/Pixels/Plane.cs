using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>An owned single-channel float image: a matte, a distance, a coverage.</summary>
public sealed unsafe class Plane : PixelBuffer<float>
{
    /// <summary>Makes a plane of zeros.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size, or more than 2³¹ − 1 pixels.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory left.</exception>
    public Plane(int width, int height)
        : this(width, height, clear: true)
    {
    }

    private Plane(int width, int height, bool clear)
        : base(width, height, clear)
    {
    }

    /// <summary>All values, row after row.</summary>
    public Span<float> Values => All;

    /// <summary>Makes a plane whose content is undefined: for one that is about to be written whole.</summary>
    /// <param name="width">Columns, ≥ 0.</param>
    /// <param name="height">Rows, ≥ 0.</param>
    public static Plane Uninitialized(int width, int height) => new(width, height, clear: false);

    /// <summary>A view for the operations that take any image.</summary>
    public PixelView AsView() =>
        new((nint)Pointer, (nint)Width * sizeof(float), Width, Height, SampleFormat.Float32, PixelLayout.Alpha);

    /// <summary>A copy of its own memory.</summary>
    public Plane Clone() => Crop(Bounds);

    /// <summary>A copy of a part, of its own memory; its (0, 0) is the part's first pixel.</summary>
    /// <param name="part">The pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part isn't inside <see cref="PixelBuffer{TPixel}.Bounds"/>.</exception>
    public Plane Crop(RectI part) => Copy(part, Uninitialized);
}
