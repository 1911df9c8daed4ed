namespace FaceFusion.Kernels.Device;

/// <summary>A graphics card can't do what is asked of it; the message is a sentence that names the thing and the remedy.</summary>
public class DeviceException : Exception
{
    /// <summary>An error without a message of its own.</summary>
    public DeviceException()
    {
    }

    /// <summary>An error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public DeviceException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public DeviceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
