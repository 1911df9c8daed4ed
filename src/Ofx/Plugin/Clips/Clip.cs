using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Hosting;

namespace FaceFusion.Ofx.Plugin.Clips;

/// <summary>A clip of an effect instance: an input or the output. Thread-safe.</summary>
public sealed unsafe class Clip
{
    private readonly OfxHostContext _host;

    internal Clip(OfxHostContext host, string name, OfxImageClipHandle handle, OfxPropertySetHandle properties)
    {
        _host = host;
        Name = name;
        Handle = handle;
        Properties = host.PropertySet(properties);
    }

    /// <summary>The name it was defined by.</summary>
    public string Name { get; }

    /// <summary>The host's handle; reused by hosts, so nothing may be cached by it.</summary>
    public OfxImageClipHandle Handle { get; }

    /// <summary>All properties of the clip.</summary>
    public PropertySet Properties { get; }

    /// <summary>
    /// Whether something is plugged in. Some hosts always say yes and deliver no image, or a black one; see
    /// <see cref="GetImage"/>.
    /// </summary>
    public bool IsConnected => Properties.GetBool(OfxClipProps.kOfxImageClipPropConnected, false);

    /// <summary>One of <see cref="OfxBitDepths"/>.</summary>
    public string PixelDepth => Properties.GetString(OfxImageEffectProps.kOfxImageEffectPropPixelDepth, OfxBitDepths.kOfxBitDepthNone);

    /// <summary>One of <see cref="OfxComponents"/>.</summary>
    public string Components => Properties.GetString(OfxImageEffectProps.kOfxImageEffectPropComponents, OfxComponents.kOfxImageComponentNone);

    /// <summary>
    /// Whether the clip's pixels are blue, green, red, alpha. Vegas's own property: to be asked of a host that has it.
    /// </summary>
    public bool IsBlueFirst => Properties.GetString(OfxVegas.kOfxImagePropPixelOrder, "") == OfxVegas.kOfxImagePixelOrderBGRA;

    /// <summary>Alpha's state: <see cref="OfxValues.kOfxImageOpaque"/>, <see cref="OfxValues.kOfxImagePreMultiplied"/> or <see cref="OfxValues.kOfxImageUnPreMultiplied"/>; "" when the host does not tell.</summary>
    public string PreMultiplication => Properties.GetString(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, "");

    /// <summary>Width of a pixel divided by its height; 1 when the host does not tell.</summary>
    public double PixelAspectRatio => Properties.GetDouble(OfxImageProps.kOfxImagePropPixelAspectRatio, 1.0);

    /// <summary>Frames per second; 0 when the host does not tell.</summary>
    public double FrameRate => Properties.GetDouble(OfxImageEffectProps.kOfxImageEffectPropFrameRate, 0.0);

    /// <summary>First and last frame, or <see langword="null"/> when the host does not tell.</summary>
    public OfxRangeD? FrameRange
    {
        get
        {
            Span<double> range = stackalloc double[2];
            return Properties.TryGetDoubles(OfxImageEffectProps.kOfxImageEffectPropFrameRange, range)
                ? new OfxRangeD { min = range[0], max = range[1] }
                : null;
        }
    }

    /// <summary>The colour space of the images (OpenFX 1.5 colour management); "" when the host does not tell.</summary>
    public string Colourspace => Properties.GetString(OfxClipProps.kOfxImageClipPropColourspace, "");

    /// <summary>
    /// The image at a time, to be disposed of by the caller; <see langword="null"/> when the host has none (an
    /// unconnected optional input, a time outside the clip).
    /// </summary>
    /// <param name="time">The time, in frames of the effect.</param>
    /// <param name="region">The part that is needed, in canonical coordinates; all that the region of interest covers when absent.</param>
    /// <exception cref="OfxException">The image cannot be used, or the host ran out of memory.</exception>
    public Image? GetImage(double time, OfxRectD? region = null)
    {
        OfxImageEffectSuiteV1* suite = _host.ImageEffectSuite;
        OfxRectD wanted = region.GetValueOrDefault();
        OfxPropertySetHandle found = default;
        OfxStatus status = suite->clipGetImage(Handle, time, region.HasValue ? &wanted : null, &found);
        if (status == OfxStatus.kOfxStatErrMemory)
            throw new OfxException(status, $"The host ran out of memory for the image of clip '{Name}'; render at a lower resolution or free memory.");
        if (status != OfxStatus.kOfxStatOK || found.IsNull)
            return null;

        Image image = new(_host.PropertySet(found), suite, this);
        if (image.Data == null)
        {
            image.Dispose();
            return null;
        }

        try
        {
            image.Validate(Name);
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    /// <summary>The extent of the clip at a time in canonical coordinates, or <see langword="null"/> when the host does not tell.</summary>
    /// <param name="time">The time, in frames of the effect.</param>
    public OfxRectD? GetRegionOfDefinition(double time)
    {
        OfxRectD bounds = default;
        OfxImageEffectSuiteV1* suite = _host.ImageEffectSuite;
        return suite->clipGetRegionOfDefinition != null && suite->clipGetRegionOfDefinition(Handle, time, &bounds) == OfxStatus.kOfxStatOK
            ? bounds
            : null;
    }
}
