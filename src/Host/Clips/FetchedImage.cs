using System.Collections.Concurrent;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>An image in a plug-in's hands, from <c>clipGetImage</c> to <c>clipReleaseImage</c>.</summary>
internal sealed class FetchedImage
{
    private static readonly ConcurrentDictionary<nint, FetchedImage> InUse = new();

    private readonly HostImage _image;
    private readonly IClipSource? _source;
    private readonly ActionFrame? _frame;
    private readonly PropertyBag _properties;

    private FetchedImage(HostImage image, IClipSource? source, OfxPointD scale, ActionFrame? frame, HostBehaviour behaviour)
    {
        _image = image;
        _source = source;
        _frame = frame;
        _properties = Describe(image, scale, behaviour, frame?.Device is { } device && image.Memory.Length > 0 ? device.DataOf(image) : image.Data);
    }

    /// <summary>Number of images not given back; tests use it to find leaks.</summary>
    public static int Count => InUse.Count;

    /// <summary>Hands an image out.</summary>
    /// <param name="image">The image.</param>
    /// <param name="source">Where it goes back to; null for an output.</param>
    /// <param name="scale">The render scale it is at.</param>
    /// <param name="frame">The action that fetched it, if known.</param>
    /// <param name="behaviour">What the host that is played says of images.</param>
    public static OfxPropertySetHandle HandOut(
        HostImage image, IClipSource? source, OfxPointD scale, ActionFrame? frame, HostBehaviour behaviour)
    {
        var fetched = new FetchedImage(image, source, scale, frame, behaviour);
        nint handle = fetched._properties.Handle.Value;
        InUse[handle] = fetched;
        frame?.Fetched(handle);
        return fetched._properties.Handle;
    }

    /// <summary>Takes an image back; false for a handle that isn't an image's, or not any more.</summary>
    public static bool TakeBack(nint handle)
    {
        if (!InUse.TryRemove(handle, out FetchedImage? fetched))
            return false;

        fetched._frame?.Released(handle);
        fetched._properties.Dispose();
        fetched._source?.Release(fetched._image);
        return true;
    }

    private static PropertyBag Describe(HostImage image, OfxPointD scale, HostBehaviour behaviour, nint data)
    {
        PropertyBag bag = ClipProperties.Image();
        OfxRectI bounds = image.Bounds, region = image.RegionOfDefinition;
        bag.PutTexts(OfxImageEffectProps.kOfxImageEffectPropPixelDepth, image.Depth.OfxName());
        bag.PutTexts(OfxImageEffectProps.kOfxImageEffectPropComponents, image.Components.OfxName());
        bag.PutTexts(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, image.Premultiplication.OfxName());
        if (!behaviour.ImageScaleIsOne)
            bag.PutReals(OfxImageEffectProps.kOfxImageEffectPropRenderScale, scale.x, scale.y);
        bag.PutReals(OfxImageProps.kOfxImagePropPixelAspectRatio, image.PixelAspectRatio);
        bag.Put(OfxImageProps.kOfxImagePropData, PropertyValue.OfPointer(data));
        bag.PutIntegers(OfxImageProps.kOfxImagePropBounds, bounds.x1, bounds.y1, bounds.x2, bounds.y2);
        bag.PutIntegers(OfxImageProps.kOfxImagePropRegionOfDefinition, region.x1, region.y1, region.x2, region.y2);
        bag.PutIntegers(OfxImageProps.kOfxImagePropRowBytes, image.RowBytes);
        bag.PutTexts(OfxImageProps.kOfxImagePropField, behaviour.ImageFieldIsEmpty ? string.Empty : image.Field);
        bag.PutTexts(OfxImageProps.kOfxImagePropUniqueIdentifier, image.UniqueIdentifier);
        if (behaviour.PixelOrder is { } order)
            bag.Text(OfxVegas.kOfxImagePropPixelOrder, order.OfxName());
        return bag;
    }
}
