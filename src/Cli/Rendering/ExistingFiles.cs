namespace FaceFusion.Cli.Rendering;

/// <summary>What becomes of files that bear an output's name already.</summary>
internal enum ExistingFiles
{
    /// <summary>They stop the render.</summary>
    Refuse,

    /// <summary>They stay, and their frames are not rendered (<c>--resume</c>).</summary>
    Keep,

    /// <summary>They are replaced (<c>--overwrite</c>).</summary>
    Replace,
}
