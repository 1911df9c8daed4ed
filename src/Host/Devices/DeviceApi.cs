namespace FaceFusion.Host.Devices;

/// <summary>In whose terms images on a graphics card are handed to plug-ins.</summary>
public enum DeviceApi
{
    /// <summary>CUDA's addresses.</summary>
    Cuda,

    /// <summary>OpenCL's buffers.</summary>
    OpenCl,
}
