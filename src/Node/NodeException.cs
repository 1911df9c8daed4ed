namespace FaceFusion.Node;

/// <summary>Something the artist can mend in the node itself: one sentence that names the thing and the remedy.</summary>
public sealed class NodeException : Exception
{
    /// <summary>An error with its one-sentence message.</summary>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    public NodeException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its one-sentence message and what caused it.</summary>
    /// <param name="message">One sentence that names the thing and the remedy.</param>
    /// <param name="innerException">The cause.</param>
    public NodeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
