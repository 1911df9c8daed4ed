using FaceFusion.Host.Devices;

namespace FaceFusion.Host;

/// <summary>
/// What a host claims of GPU rendering. Images are handed over where a render names a device
/// (<see cref="RenderRequest.Device"/>); a profile may claim more to see what a plug-in declares in answer.
/// </summary>
/// <param name="OpenGl">OpenGL textures.</param>
/// <param name="Cuda">CUDA device pointers.</param>
/// <param name="CudaStream">A CUDA stream beside them.</param>
/// <param name="OpenCl">OpenCL buffers.</param>
/// <param name="Metal">Metal buffers.</param>
public sealed record GpuSupport(bool OpenGl = false, bool Cuda = false, bool CudaStream = false, bool OpenCl = false, bool Metal = false)
{
    /// <summary>Nothing: the default.</summary>
    public static GpuSupport None { get; } = new();

    /// <summary>What a host claims that has images on a card.</summary>
    /// <param name="api">In whose terms.</param>
    public static GpuSupport Of(DeviceApi api) => api == DeviceApi.Cuda ? new GpuSupport(Cuda: true, CudaStream: true) : new GpuSupport(OpenCl: true);
}
