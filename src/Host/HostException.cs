namespace FaceFusion.Host;

/// <summary>
/// Something that the user of the offline host can mend: a path, a bundle, a parameter's value, a clip that isn't
/// bound. The message is one sentence that names the thing and the remedy.
/// </summary>
public sealed class HostException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public HostException()
    {
    }

    /// <summary>Creates the exception with its sentence.</summary>
    /// <param name="message">One sentence.</param>
    public HostException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and its cause.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="innerException">What led to it.</param>
    public HostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
