namespace FaceFusion.Host.Validation;

/// <summary>How much something that was found matters.</summary>
public enum Severity
{
    /// <summary>No finding: why something wasn't tried.</summary>
    Note,

    /// <summary>Some hosts will mind.</summary>
    Warning,

    /// <summary>The specification is broken, or the host's memory.</summary>
    Error,
}
