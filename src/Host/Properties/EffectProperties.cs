using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Properties;

/// <summary>The property sets of an effect (EffectDescriptor and EffectInstance of the OpenFX property reference).</summary>
internal static class EffectProperties
{
    /// <summary>The set that a plug-in fills while describing.</summary>
    /// <param name="bundlePath">Folder of the bundle, or the file of a plain binary.</param>
    /// <param name="label">The label until the plug-in sets one: its identifier.</param>
    public static PropertyBag Descriptor(string bundlePath, string label) => new PropertyBag()
        .Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeImageEffect)
        .Text(OfxProps.kOfxPropLabel, label)
        .Text(OfxProps.kOfxPropShortLabel, label)
        .Text(OfxProps.kOfxPropLongLabel, label)
        .Varying(OfxProps.kOfxPropVersion, PropertyKind.Integer)
        .Text(OfxProps.kOfxPropVersionLabel)
        .Text(OfxProps.kOfxPropPluginDescription)
        .Define(OfxProps.kOfxPropIcon, PropertyValue.Of(string.Empty), PropertyValue.Of(string.Empty))
        .Text(OfxProps.kOfxPluginPropFilePath, bundlePath)
        .Text(OfxImageEffectProps.kOfxImageEffectPluginPropGrouping)
        .Texts(OfxImageEffectProps.kOfxImageEffectPropSupportedContexts)
        .Texts(OfxImageEffectProps.kOfxImageEffectPropSupportedPixelDepths)
        .Text(OfxValues.kOfxImageEffectPluginRenderThreadSafety, OfxValues.kOfxImageEffectRenderInstanceSafe)
        .Integers(OfxImageEffectProps.kOfxImageEffectPluginPropHostFrameThreading, 1)
        .Integers(OfxImageEffectProps.kOfxImageEffectPluginPropSingleInstance, 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPluginPropObsolete, 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPluginPropFieldRenderTwiceAlways, 1)
        .Pointer(OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV1)
        .Pointer(OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV2)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsMultiResolution, 1)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles, 1)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess, 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipDepths, 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipPARs, 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectInstancePropSequentialRender, 0)
        .Texts(OfxImageEffectProps.kOfxImageEffectPropClipPreferencesSlaveParam)
        .Text(OfxImageEffectProps.kOfxImageEffectPropNoSpatialAwareness, "false")
        .Text(OfxImageEffectProps.kOfxImageEffectPropBehaviourWhenUnlicensed)
        .Text(OfxImageEffectProps.kOfxImageEffectPropCPURenderSupported, "true")
        .Text(OfxGpuProps.kOfxImageEffectPropOpenGLRenderSupported, "false")
        .Text(OfxGpuProps.kOfxImageEffectPropCudaRenderSupported, "false")
        .Text(OfxGpuProps.kOfxImageEffectPropCudaStreamSupported, "false")
        .Text(OfxGpuProps.kOfxImageEffectPropOpenCLRenderSupported, "false")
        .Text(OfxGpuProps.kOfxImageEffectPropOpenCLSupported, "false")
        .Text(OfxGpuProps.kOfxImageEffectPropMetalRenderSupported, "false")
        .Texts(OfxGpuProps.kOfxOpenGLPropPixelDepth)
        .Text(OfxColourProps.kOfxImageEffectPropColourManagementStyle, OfxColourValues.kOfxImageEffectColourManagementNone)
        .Texts(OfxColourProps.kOfxImageEffectPropColourManagementAvailableConfigs)
        .Texts(OfxProps.kOfxPluginPropParamPageOrder)
        .Integers(OfxProps.kOfxPropParamSetNeedsSyncing, 0);

    /// <summary>The set of an instance, with everything that was described.</summary>
    /// <param name="descriptor">What was described in the context.</param>
    /// <param name="context">The context.</param>
    /// <param name="project">Where the instance lives.</param>
    /// <param name="profile">The host.</param>
    public static PropertyBag Instance(PropertyBag descriptor, string context, ProjectSettings project, HostProfile profile)
    {
        bool colourManaged = descriptor.GetText(OfxColourProps.kOfxImageEffectPropColourManagementStyle)
                is not "" and not OfxColourValues.kOfxImageEffectColourManagementNone
            && profile.ColourManagementStyle != OfxColourValues.kOfxImageEffectColourManagementNone;

        return new PropertyBag()
            .CopyFrom(descriptor)
            .Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeImageEffectInstance)
            .Text(OfxImageEffectProps.kOfxImageEffectPropContext, context)
            .Pointer(OfxProps.kOfxPropInstanceData)
            .Pointer(OfxImageEffectProps.kOfxImageEffectPropPluginHandle)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropProjectSize, project.Width, project.Height)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropProjectOffset, project.OffsetX, project.OffsetY)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropProjectExtent, project.OffsetX + project.Width, project.OffsetY + project.Height)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropProjectPixelAspectRatio, project.PixelAspectRatio)
            .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameRate, project.FrameRate)
            .Reals(OfxImageEffectProps.kOfxImageEffectInstancePropEffectDuration, project.LastFrame - project.FirstFrame + 1)
            .Integers(OfxProps.kOfxPropIsInteractive, project.Interactive ? 1 : 0)
            .Text(
                OfxColourProps.kOfxImageEffectPropColourManagementStyle,
                colourManaged ? profile.ColourManagementStyle : OfxColourValues.kOfxImageEffectColourManagementNone)
            .Text(OfxColourProps.kOfxImageEffectPropColourManagementConfig, colourManaged ? ColourConfig.Native : string.Empty)
            .Text(OfxColourProps.kOfxImageEffectPropDisplayColourspace)
            .Text(OfxColourProps.kOfxImageEffectPropOCIOConfig)
            .Text(OfxColourProps.kOfxImageEffectPropOCIODisplay)
            .Text(OfxColourProps.kOfxImageEffectPropOCIOView);
    }
}
