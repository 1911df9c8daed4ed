namespace FaceFusion.Host.Validation;

/// <summary>What is tried in one process; a crash costs no other part its results.</summary>
public enum ValidationPart
{
    /// <summary>Describing, actions, rendering as the host does.</summary>
    Use,

    /// <summary>Opening, describing, unloading and closing again and again.</summary>
    Reload,

    /// <summary>A host that lacks suites, gives no images, aborts, or sends actions out of order.</summary>
    Hardship,
}
