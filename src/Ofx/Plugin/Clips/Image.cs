using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Clips;

/// <summary>
/// An image that the host lends until <see cref="Dispose"/>. Its rows may run either way through memory: row
/// <c>y</c> lies at <c>Data + (y - Bounds.y1) * RowBytes</c>, y growing upwards, RowBytes possibly negative.
/// </summary>
public sealed unsafe class Image : IDisposable
{
    private readonly OfxImageEffectSuiteV1* _suite;
    private readonly PropertySet _properties;
    private bool _released;

    internal Image(PropertySet properties, OfxImageEffectSuiteV1* suite, Clip clip)
    {
        _properties = properties;
        _suite = suite;
        Data = (byte*)properties.GetPointer(OfxImageProps.kOfxImagePropData);
        Bounds = Rectangle(OfxImageProps.kOfxImagePropBounds);
        RegionOfDefinition = Rectangle(OfxImageProps.kOfxImagePropRegionOfDefinition);
        string depth = properties.GetString(OfxImageEffectProps.kOfxImageEffectPropPixelDepth, clip.PixelDepth);
        BitDepth = depth switch
        {
            OfxVegas.kOfxBitDepthByteBGR => OfxBitDepths.kOfxBitDepthByte,
            OfxVegas.kOfxBitDepthShortBGR => OfxBitDepths.kOfxBitDepthShort,
            OfxVegas.kOfxBitDepthFloatBGR => OfxBitDepths.kOfxBitDepthFloat,
            _ => depth,
        };
        IsBlueFirst = BitDepth != depth;
        Components = properties.GetString(OfxImageEffectProps.kOfxImageEffectPropComponents, clip.Components);
        ComponentCount = Components switch
        {
            OfxComponents.kOfxImageComponentRGBA => 4,
            OfxComponents.kOfxImageComponentRGB => 3,
            OfxComponents.kOfxImageComponentAlpha => 1,
            _ => 0,
        };
        BytesPerComponent = BitDepth switch
        {
            OfxBitDepths.kOfxBitDepthByte => 1,
            OfxBitDepths.kOfxBitDepthShort or OfxBitDepths.kOfxBitDepthHalf => 2,
            OfxBitDepths.kOfxBitDepthFloat => 4,
            _ => 0,
        };
        RowBytes = properties.GetInt(OfxImageProps.kOfxImagePropRowBytes, Width * PixelBytes);
    }

    /// <summary>The pixel at the lower left of <see cref="Bounds"/>; never null.</summary>
    public byte* Data { get; }

    /// <summary>The pixels that are there, half-open, in pixel coordinates (y upwards).</summary>
    public OfxRectI Bounds { get; }

    /// <summary>The full extent of the image that the host could deliver, in pixel coordinates.</summary>
    public OfxRectI RegionOfDefinition { get; }

    /// <summary>Bytes from one row to the next one up; negative when the rows run downwards through memory.</summary>
    public int RowBytes { get; }

    /// <summary>One of <see cref="OfxBitDepths"/>.</summary>
    public string BitDepth { get; }

    /// <summary>Whether the bit depth says that blue comes before green and red, as Vegas's can; see also <see cref="Clip.IsBlueFirst"/>.</summary>
    public bool IsBlueFirst { get; }

    /// <summary>One of <see cref="OfxComponents"/>.</summary>
    public string Components { get; }

    /// <summary>4, 3 or 1; 0 for components this library does not know.</summary>
    public int ComponentCount { get; }

    /// <summary>1, 2 or 4; 0 for a depth this library does not know.</summary>
    public int BytesPerComponent { get; }

    /// <summary>Bytes of one pixel.</summary>
    public int PixelBytes => ComponentCount * BytesPerComponent;

    /// <summary>Width of <see cref="Bounds"/>.</summary>
    public int Width => Bounds.x2 - Bounds.x1;

    /// <summary>Height of <see cref="Bounds"/>.</summary>
    public int Height => Bounds.y2 - Bounds.y1;

    /// <summary><see cref="OfxValues.kOfxImageOpaque"/>, <see cref="OfxValues.kOfxImagePreMultiplied"/> or <see cref="OfxValues.kOfxImageUnPreMultiplied"/>; "" when the host does not tell.</summary>
    public string PreMultiplication => _properties.GetString(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, "");

    /// <summary>Width of a pixel divided by its height; 1 when the host does not tell.</summary>
    public double PixelAspectRatio => _properties.GetDouble(OfxImageProps.kOfxImagePropPixelAspectRatio, 1.0);

    /// <summary>The scale at which this image was made; (1, 1) when the host does not tell.</summary>
    public OfxPointD RenderScale => new()
    {
        x = _properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropRenderScale, 1.0),
        y = _properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropRenderScale, 1.0, 1),
    };

    /// <summary>The fields in this image; <see cref="OfxValues.kOfxImageFieldNone"/> when the host does not tell.</summary>
    public string Field => _properties.GetString(OfxImageProps.kOfxImagePropField, OfxValues.kOfxImageFieldNone);

    /// <summary>The host's name for exactly these pixels; may be "", in which case nothing may be keyed on it.</summary>
    public string UniqueIdentifier => _properties.GetString(OfxImageProps.kOfxImagePropUniqueIdentifier, "");

    /// <summary>The address of the first pixel of a row.</summary>
    /// <param name="y">The row in pixel coordinates, inside <see cref="Bounds"/>.</param>
    public byte* RowAddress(int y)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(y, Bounds.y1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, Bounds.y2);
        return Data + ((nint)(y - Bounds.y1) * RowBytes);
    }

    /// <summary>Gives the image back to the host; an output's pixels are final then.</summary>
    public void Dispose()
    {
        if (_released)
            return;

        _released = true;
        _suite->clipReleaseImage(_properties.Handle);
    }

    /// <summary>Throws unless the pixels can be addressed: known components and depth, a sound rectangle and row stride.</summary>
    internal void Validate(string clip)
    {
        if (ComponentCount == 0)
            throw Unusable(clip, $"components '{Components}'");
        if (BytesPerComponent == 0)
            throw Unusable(clip, $"bit depth '{BitDepth}'");
        if (Width < 0 || Height < 0)
            throw Unusable(clip, $"bounds ({Bounds.x1}, {Bounds.y1}, {Bounds.x2}, {Bounds.y2})");
        if (Height > 1 && Math.Abs((long)RowBytes) < (long)Width * PixelBytes)
            throw Unusable(clip, $"row stride {RowBytes} for {Width} pixels of {PixelBytes} bytes");
    }

    private static OfxException Unusable(string clip, string what) =>
        new(OfxStatus.kOfxStatErrImageFormat, $"The image of clip '{clip}' has the unusable {what}; convert the input to RGBA, RGB or alpha of 8 or 16 bits, half or float.");

    private OfxRectI Rectangle(string name)
    {
        Span<int> sides = stackalloc int[4];
        _properties.TryGetInts(name, sides);
        return new OfxRectI { x1 = sides[0], y1 = sides[1], x2 = sides[2], y2 = sides[3] };
    }
}
