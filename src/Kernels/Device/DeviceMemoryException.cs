namespace FaceFusion.Kernels.Device;

/// <summary>A graphics card has no memory left.</summary>
public sealed class DeviceMemoryException : DeviceException
{
    /// <summary>An error without a message of its own.</summary>
    public DeviceMemoryException()
    {
    }

    /// <summary>An error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public DeviceMemoryException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public DeviceMemoryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
