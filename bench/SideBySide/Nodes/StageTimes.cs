namespace FaceFusion.SideBySide.Nodes;

/// <summary>Milliseconds of the engine's steps on a frame, their networks left out.</summary>
/// <param name="Detect">Reading the frame for the detector, and what it found.</param>
/// <param name="Locate">The face's points.</param>
/// <param name="Swap">What hides the face, and the swap.</param>
/// <param name="Paste">Laying the swap over the copy of the frame.</param>
internal readonly record struct StageTimes(double Detect, double Locate, double Swap, double Paste)
{
    /// <summary>Each step's median.</summary>
    public static StageTimes Median(List<StageTimes> runs) =>
        new(Middle(runs, run => run.Detect), Middle(runs, run => run.Locate), Middle(runs, run => run.Swap), Middle(runs, run => run.Paste));

    private static double Middle(List<StageTimes> runs, Func<StageTimes, double> step)
    {
        double[] sorted = [.. runs.Select(step).Order()];
        return sorted[sorted.Length / 2];
    }
}
