namespace FaceFusion.Cli.Rendering;

/// <summary>Turns a source picture into an output picture; the offline host's instance of a plugin, in production.</summary>
internal interface IFrameRenderer
{
    /// <summary>Renders one frame.</summary>
    /// <param name="source">The plate; not written to.</param>
    /// <param name="output">Where the result goes: the same depth as the source, and the plan's size.</param>
    /// <param name="time">The frame's number in its source, which is OpenFX's time.</param>
    /// <exception cref="CliException">The frame can't be rendered; the message says why and what to do.</exception>
    void Render(FrameBuffer source, FrameBuffer output, double time);
}
