using FaceFusion.Node.Hosts;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Images;

/// <summary>Tells hosts that manage colour (OpenFX 1.5) that the node wants to know its clips' colour spaces.</summary>
internal static class ColourManagement
{
    private const string NativeConfig = "ofx-native-v1.5_aces-v1.3_ocio-v2.3";

    /// <summary>
    /// Declares the core style: the node reads every core space of the native configuration as it comes and prefers none,
    /// so that a host converts nothing. The output is in Source's space, which is the default.
    /// </summary>
    /// <param name="descriptor">Gets it; unchanged where the host manages no colour, or takes offence.</param>
    /// <returns>The descriptor.</returns>
    public static EffectDescriptor Declare(EffectDescriptor descriptor)
    {
        string offered = descriptor.Host.Properties.GetString(OfxColourProps.kOfxImageEffectPropColourManagementStyle, "");
        bool isManaged = offered is not ("" or OfxColourValues.kOfxImageEffectColourManagementNone);
        if (!isManaged || HostQuirks.For(descriptor.Host).RefusesColourManagement)
            return descriptor;

        descriptor.Properties.TrySetString(OfxColourProps.kOfxImageEffectPropColourManagementStyle, OfxColourValues.kOfxImageEffectColourManagementCore);
        descriptor.Properties.TrySetString(OfxColourProps.kOfxImageEffectPropColourManagementAvailableConfigs, NativeConfig);
        return descriptor;
    }
}
