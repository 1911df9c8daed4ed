namespace FaceFusion.Fusion;

/// <summary>
/// Something about a picture or a face that the user can mend: one sentence that names the file and what to bring
/// instead.
/// </summary>
public sealed class FaceException : Exception
{
    /// <summary>An error with its one-sentence message.</summary>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    public FaceException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its one-sentence message and what caused it.</summary>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public FaceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
