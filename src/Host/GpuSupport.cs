namespace FaceFusion.Host;

/// <summary>
/// What a host claims of GPU rendering. The offline host renders on the CPU; a profile may claim more to see what a
/// plug-in declares in answer, but no GPU image is ever handed over.
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
}
