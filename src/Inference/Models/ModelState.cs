namespace FaceFusion.Inference.Models;

/// <summary>How a model of the manifest stands on this machine.</summary>
public enum ModelState
{
    /// <summary>A file of its name holds exactly its content.</summary>
    Present,

    /// <summary>No folder has a file of its name.</summary>
    Missing,

    /// <summary>A file of its name holds something else.</summary>
    WrongHash,
}
