using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Properties;

/// <summary>The property set of the host itself (ImageEffectHost of the OpenFX property reference).</summary>
internal static class HostProperties
{
    /// <summary>The set of a profile.</summary>
    public static PropertyBag Create(HostProfile profile)
    {
        if (profile.Behaviour.HostPropertiesAreEmpty)
            return new PropertyBag(plugInMayWrite: false);

        PropertyBag bag = new PropertyBag(plugInMayWrite: false)
            .Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeImageEffectHost)
            .Text(OfxProps.kOfxPropName, profile.Name)
            .Text(OfxProps.kOfxPropLabel, profile.Label)
            .Integers(OfxProps.kOfxPropVersion, [.. profile.Version])
            .Text(OfxProps.kOfxPropVersionLabel, profile.VersionLabel)
            .Pointer(OfxProps.kOfxPropHostOSHandle)
            .Integers(OfxImageEffectProps.kOfxImageEffectHostPropIsBackground, profile.IsBackground ? 1 : 0)
            .Text(OfxImageEffectProps.kOfxImageEffectHostPropNativeOrigin, OfxValues.kOfxHostNativeOriginBottomLeft);
        if (profile.ApiVersion.Count > 0)
            bag.Integers(OfxProps.kOfxPropAPIVersion, [.. profile.ApiVersion]);

        Images(bag, profile);
        Gpu(bag, profile.Gpu);
        Parameters(bag, profile);
        return bag
            .Text(OfxColourProps.kOfxImageEffectPropColourManagementStyle, profile.ColourManagementStyle)
            .Texts(OfxColourProps.kOfxImageEffectPropColourManagementAvailableConfigs, ColourConfig.Native)
            .Forget(profile.Behaviour.UnknownProperties);
    }

    private static void Images(PropertyBag bag, HostProfile profile) => bag
        .Texts(OfxImageEffectProps.kOfxImageEffectPropSupportedContexts, [.. profile.Contexts])
        .Texts(OfxImageEffectProps.kOfxImageEffectPropSupportedComponents, [.. profile.Components.Select(components => components.OfxName())])
        .Texts(OfxImageEffectProps.kOfxImageEffectPropSupportedPixelDepths, [.. profile.Depths.Select(depth => depth.OfxName())])
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsOverlays, profile.SupportsOverlays ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsMultiResolution, profile.SupportsMultiResolution ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles, profile.SupportsTiles ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess, profile.SupportsTemporalAccess ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipDepths, profile.SupportsMultipleClipDepths ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipPARs, profile.SupportsMultipleClipPars ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSetableFrameRate, profile.SetableFrameRate ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropSetableFielding, profile.SetableFielding ? 1 : 0)
        .Integers(OfxImageEffectProps.kOfxImageEffectInstancePropSequentialRender, profile.SequentialRender)
        .Integers(OfxImageEffectProps.kOfxImageEffectPropRenderQualityDraft, 1);

    private static void Gpu(PropertyBag bag, GpuSupport gpu) => bag
        .Text(OfxImageEffectProps.kOfxImageEffectPropCPURenderSupported, "true")
        .Text(OfxGpuProps.kOfxImageEffectPropOpenGLRenderSupported, Word(gpu.OpenGl))
        .Text(OfxGpuProps.kOfxImageEffectPropCudaRenderSupported, Word(gpu.Cuda))
        .Text(OfxGpuProps.kOfxImageEffectPropCudaStreamSupported, Word(gpu.CudaStream))
        .Text(OfxGpuProps.kOfxImageEffectPropOpenCLRenderSupported, Word(gpu.OpenCl))
        .Text(OfxGpuProps.kOfxImageEffectPropOpenCLSupported, "false")
        .Text(OfxGpuProps.kOfxImageEffectPropMetalRenderSupported, Word(gpu.Metal));

    private static void Parameters(PropertyBag bag, HostProfile profile)
    {
        bool stringChoice = !profile.UnsupportedParamTypes.Contains(OfxParamTypes.kOfxParamTypeStrChoice);
        bag.Integers(OfxParamProps.kOfxParamHostPropSupportsCustomAnimation, profile.SupportsCustomAnimation ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsStringAnimation, profile.SupportsStringAnimation ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsBooleanAnimation, profile.SupportsBooleanAnimation ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsChoiceAnimation, profile.SupportsChoiceAnimation ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsStrChoice, stringChoice ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsStrChoiceAnimation, stringChoice && profile.SupportsChoiceAnimation ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsParametricAnimation, 0)
            .Integers(OfxParamProps.kOfxParamHostPropSupportsCustomInteract, 0)
            .Integers(OfxParamProps.kOfxParamHostPropMaxParameters, profile.MaxParameters)
            .Integers(OfxParamProps.kOfxParamHostPropMaxPages, profile.MaxPages)
            .Integers(OfxParamProps.kOfxParamHostPropPageRowColumnCount, 0, 0);
    }

    private static string Word(bool supported) => supported ? "true" : "false";
}
