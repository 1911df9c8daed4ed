using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.DeviceImages;

/// <summary>What a host is told of images in a graphics card's memory.</summary>
internal static class DeviceSupport
{
    /// <summary>The environment variable that, set to "off", keeps a host's images in the processor's memory.</summary>
    public const string Variable = "FACEFUSION_DEVICE_IMAGES";

    private const string Supported = "true";

    /// <summary>Declares CUDA with streams and OpenCL buffers; a host that knows neither passes over it.</summary>
    /// <param name="descriptor">The effect's.</param>
    public static EffectDescriptor Declare(EffectDescriptor descriptor)
    {
        if (Environment.GetEnvironmentVariable(Variable) == "off")
            return descriptor;
        foreach (string property in (ReadOnlySpan<string>)[
            OfxGpuProps.kOfxImageEffectPropCudaRenderSupported,
            OfxGpuProps.kOfxImageEffectPropCudaStreamSupported,
            OfxGpuProps.kOfxImageEffectPropOpenCLRenderSupported])
        {
            descriptor.Properties.TrySetString(property, Supported);
        }

        return descriptor;
    }
}
