namespace FaceFusion.Kernels.Device.Cuda;

/// <summary>The driver's answers as exceptions.</summary>
internal static class CudaError
{
    private const int OutOfMemory = 2;

    /// <summary>Throws where the driver did not do what it was asked for.</summary>
    /// <param name="status">A CUresult.</param>
    /// <param name="action">What it was asked for, after "did not".</param>
    /// <exception cref="DeviceMemoryException">The card has no memory left.</exception>
    /// <exception cref="DeviceException">Anything else.</exception>
    public static void Require(int status, string action)
    {
        if (status == OutOfMemory)
            throw new DeviceMemoryException($"The graphics card has too little memory to {action}; render on the processor, or free some.");
        if (status != CudaApi.Success)
            throw new DeviceException($"The graphics card's driver did not {action} (CUDA error {status}); update it, or render on the processor.");
    }
}
