using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Properties;

/// <summary>The property sets of a clip and of an image (ClipDescriptor, ClipInstance, Image of the OpenFX property reference).</summary>
internal static class ClipProperties
{
    /// <summary>The set that a plug-in fills while describing.</summary>
    public static PropertyBag Descriptor(string name) => new PropertyBag()
        .Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeClip)
        .Text(OfxProps.kOfxPropName, name)
        .Text(OfxProps.kOfxPropLabel, name)
        .Text(OfxProps.kOfxPropShortLabel, name)
        .Text(OfxProps.kOfxPropLongLabel, name)
        .Texts(OfxImageEffectProps.kOfxImageEffectPropSupportedComponents)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess, 0)
        .Integers(OfxClipProps.kOfxImageClipPropOptional, 0)
        .Text(OfxClipProps.kOfxImageClipPropFieldExtraction, OfxValues.kOfxImageFieldDoubled)
        .Integers(OfxClipProps.kOfxImageClipPropIsMask, 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles, 1);

    /// <summary>The set of an instance's clip, not connected yet.</summary>
    public static PropertyBag Instance(PropertyBag descriptor) => new PropertyBag(plugInMayWrite: false)
        .CopyFrom(descriptor)
        .Integers(OfxClipProps.kOfxImageClipPropConnected, 0)
        .Text(OfxImageEffectProps.kOfxImageEffectPropPixelDepth, OfxBitDepths.kOfxBitDepthNone)
        .Text(OfxImageEffectProps.kOfxImageEffectPropComponents, OfxComponents.kOfxImageComponentNone)
        .Text(OfxClipProps.kOfxImageClipPropUnmappedPixelDepth, OfxBitDepths.kOfxBitDepthNone)
        .Text(OfxClipProps.kOfxImageClipPropUnmappedComponents, OfxComponents.kOfxImageComponentNone)
        .Text(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, OfxValues.kOfxImageOpaque)
        .Reals(OfxImageProps.kOfxImagePropPixelAspectRatio, 1)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameRate, 24)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameRange, 0, 0)
        .Text(OfxClipProps.kOfxImageClipPropFieldOrder, OfxValues.kOfxImageFieldNone)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropUnmappedFrameRate, 24)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropUnmappedFrameRange, 0, 0)
        .Integers(OfxClipProps.kOfxImageClipPropContinuousSamples, 0)
        .Text(OfxClipProps.kOfxImageClipPropColourspace)
        .Texts(OfxClipProps.kOfxImageClipPropPreferredColourspaces);

    /// <summary>The set of an image.</summary>
    public static PropertyBag Image() => new PropertyBag(plugInMayWrite: false)
        .Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeImage)
        .Text(OfxImageEffectProps.kOfxImageEffectPropPixelDepth)
        .Text(OfxImageEffectProps.kOfxImageEffectPropComponents)
        .Text(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication)
        .Reals(OfxImageEffectProps.kOfxImageEffectPropRenderScale, 1, 1)
        .Reals(OfxImageProps.kOfxImagePropPixelAspectRatio, 1)
        .Pointer(OfxImageProps.kOfxImagePropData)
        .Integers(OfxImageProps.kOfxImagePropBounds, 0, 0, 0, 0)
        .Integers(OfxImageProps.kOfxImagePropRegionOfDefinition, 0, 0, 0, 0)
        .Integers(OfxImageProps.kOfxImagePropRowBytes, 0)
        .Text(OfxImageProps.kOfxImagePropField, OfxValues.kOfxImageFieldNone)
        .Text(OfxImageProps.kOfxImagePropUniqueIdentifier);
}
