using FaceFusion.Cli.Rendering;

namespace FaceFusion.Cli.Progress;

/// <summary>Shows nothing.</summary>
internal sealed class NoProgress : IRenderProgress
{
    /// <inheritdoc/>
    public void Rendered(int frame, int done, int total)
    {
    }
}
