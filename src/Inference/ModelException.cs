namespace FaceFusion.Inference;

/// <summary>
/// Something about a model, or about the runtime that runs it, that a user can mend: a file that is missing, damaged or
/// of the wrong kind, a runtime library that can't be loaded, a tensor of the wrong shape. The message is one sentence
/// that names the thing and the remedy.
/// </summary>
public sealed class ModelException : Exception
{
    /// <summary>An exception with no more to say than that a model failed.</summary>
    public ModelException()
        : base("A model failed.")
    {
    }

    /// <summary>An exception whose message names the thing and the remedy.</summary>
    /// <param name="message">One sentence.</param>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>An exception whose message names the thing and the remedy, with what lay beneath.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="innerException">What lay beneath.</param>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
