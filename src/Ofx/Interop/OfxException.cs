using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Interop;

/// <summary>A failure that an action or suite call answers with a definite <see cref="OfxStatus"/>.</summary>
public sealed class OfxException : Exception
{
    /// <summary>A failure without further detail.</summary>
    public OfxException()
        : this(OfxStatus.kOfxStatFailed, "The OpenFX call failed.")
    {
    }

    /// <summary>A failure with a message for the artist.</summary>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    public OfxException(string message)
        : this(OfxStatus.kOfxStatFailed, message)
    {
    }

    /// <summary>A failure with a message for the artist and its cause.</summary>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public OfxException(string message, Exception innerException)
        : base(message, innerException) => Status = OfxStatus.kOfxStatFailed;

    /// <summary>A failure with the status that the caller across the C boundary gets.</summary>
    /// <param name="status">The status.</param>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    public OfxException(OfxStatus status, string message)
        : base(message) => Status = status;

    /// <summary>The status that the caller across the C boundary gets.</summary>
    public OfxStatus Status { get; }
}
