namespace FaceFusion.Cli.Rendering;

/// <summary>What a render did.</summary>
/// <param name="Rendered">Frames rendered.</param>
/// <param name="Skipped">Frames that existed already and were left alone.</param>
/// <param name="Elapsed">The time it took.</param>
/// <param name="Notes">What the user should know of nevertheless; a sentence each.</param>
internal sealed record RenderReport(int Rendered, int Skipped, TimeSpan Elapsed, IReadOnlyList<string> Notes)
{
    /// <summary>Frames rendered a second.</summary>
    public double FramesPerSecond => Elapsed > TimeSpan.Zero ? Rendered / Elapsed.TotalSeconds : 0;
}
