using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Hosts;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin.Clips;

namespace FaceFusion.Node.Images;

/// <summary>
/// A host's image in raster order: the top row first, (0, 0) at the upper left pixel of its bounds. Nothing is copied;
/// the rows are walked the other way round.
/// </summary>
internal readonly unsafe struct RasterImage
{
    private readonly OfxRectI _bounds;

    /// <summary>Wraps an image that stays with the host.</summary>
    /// <param name="image">The image; must outlive this value.</param>
    /// <param name="isBlueFirst">Whether its clip's pixels are blue, green, red, alpha; the image itself can say so too.</param>
    private RasterImage(Image image, bool isBlueFirst)
        : this(RowsFromTheTop(image, isBlueFirst || image.IsBlueFirst), image.Bounds)
    {
        Premultiplied = image.PreMultiplication == OfxValues.kOfxImagePreMultiplied;
        PixelAspect = image.PixelAspectRatio is > 0 and var ratio ? ratio : 1;
        BitDepth = image.BitDepth;
        IsSingleField = image.Field is OfxValues.kOfxImageFieldLower or OfxValues.kOfxImageFieldUpper;
    }

    /// <summary>Pixels somewhere in the host's coordinates: square, not multiplied by alpha.</summary>
    /// <param name="view">The pixels.</param>
    /// <param name="bounds">Where they lie, of the view's size, y upwards.</param>
    public RasterImage(PixelView view, OfxRectI bounds)
    {
        View = view;
        _bounds = bounds;
    }

    /// <summary>The pixels.</summary>
    public PixelView View { get; init; }

    /// <summary>The image on a graphics card, where it lies there; null where all pixels are the processor's.</summary>
    public DeviceMirror? Mirror { get; init; }

    /// <summary>Whether colours are multiplied by alpha.</summary>
    public bool Premultiplied { get; }

    /// <summary>Width of a pixel divided by its height.</summary>
    public double PixelAspect { get; init; } = 1;

    /// <summary>Whether the image holds one field of an interlaced picture, and none of the other's rows.</summary>
    public bool IsSingleField { get; }

    /// <summary>One of <see cref="OfxBitDepths"/>.</summary>
    public string BitDepth { get; } = OfxBitDepths.kOfxBitDepthNone;

    /// <summary>The bounds in the host's pixel coordinates (y upwards).</summary>
    public OfxRectI Bounds => _bounds;

    /// <summary>The picture that a clip has at a time, wrapped; its pixels' order is the clip's where the host tells it.</summary>
    /// <param name="image">The clip's image; must outlive this value.</param>
    /// <param name="clip">The clip.</param>
    /// <param name="quirks">The host's row.</param>
    public static RasterImage Of(Image image, Clip clip, HostQuirks quirks) => new(image, quirks.TellsPixelOrder && clip.IsBlueFirst);

    /// <summary>The picture as the engine takes it; owns nothing.</summary>
    /// <param name="space">The artist's choice of what its values mean.</param>
    /// <param name="colourspace">What the host says of its clip's colours, or "".</param>
    /// <param name="quirks">The host's row.</param>
    public FrameView ToFrame(InputSpace space, string colourspace, HostQuirks quirks) =>
        new(View, ColourReading.Read(space, colourspace, BitDepth, quirks), Premultiplied, PixelAspect) { Source = Mirror };

    /// <summary>The pixels once those of a part can be read.</summary>
    /// <param name="part">Raster pixels; may stick out of the image.</param>
    public PixelView PixelsOf(RectI part)
    {
        Mirror?.Require(part.Intersect(View.Bounds));
        return View;
    }

    /// <summary>A rectangle of the host's pixel coordinates in this image's raster.</summary>
    /// <param name="rectangle">Host pixels, y upwards.</param>
    public RectI ToRaster(OfxRectI rectangle) =>
        new(rectangle.x1 - _bounds.x1, _bounds.y2 - rectangle.y2, rectangle.x2 - _bounds.x1, _bounds.y2 - rectangle.y1);

    /// <summary>A rectangle of this image's raster in the host's pixel coordinates.</summary>
    /// <param name="rectangle">Raster pixels, y downwards.</param>
    public OfxRectI ToHost(RectI rectangle) => new()
    {
        x1 = rectangle.X1 + _bounds.x1,
        y1 = _bounds.y2 - rectangle.Y2,
        x2 = rectangle.X2 + _bounds.x1,
        y2 = _bounds.y2 - rectangle.Y1,
    };

    private static PixelView RowsFromTheTop(Image image, bool isBlueFirst)
    {
        nint rowBytes = image.RowBytes;
        nint topRow = image.Height == 0 ? 0 : (nint)image.Data + (image.Height - 1) * rowBytes;
        return new PixelView(topRow, -rowBytes, image.Width, image.Height, Format(image.BitDepth), Layout(image.Components, isBlueFirst));
    }

    private static SampleFormat Format(string depth) => depth switch
    {
        OfxBitDepths.kOfxBitDepthByte => SampleFormat.UInt8,
        OfxBitDepths.kOfxBitDepthShort => SampleFormat.UInt16,
        OfxBitDepths.kOfxBitDepthHalf => SampleFormat.Float16,
        _ => SampleFormat.Float32,
    };

    private static PixelLayout Layout(string components, bool isBlueFirst) => components switch
    {
        OfxComponents.kOfxImageComponentRGB => PixelLayout.Rgb,
        OfxComponents.kOfxImageComponentAlpha => PixelLayout.Alpha,
        _ => isBlueFirst ? PixelLayout.Bgra : PixelLayout.Rgba,
    };
}
