namespace FaceFusion.Cli.Media.Writing;

/// <summary>How long each rendered frame is shown in a video, so that it keeps the source's timing.</summary>
/// <param name="Rate">Ticks per second of the output.</param>
/// <param name="Ticks">Ticks of each frame.</param>
internal sealed record VideoTimeline(Rational Rate, IReadOnlyList<int> Ticks)
{
    /// <summary>Seconds from the first frame to the end of the last one.</summary>
    public double Duration => Ticks.Sum(tick => (long)tick) / Rate.Value;

    /// <summary>The timing of chosen frames: a frame stays until the next chosen one comes, gaps in a sequence included.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="frames">The frames, rising.</param>
    /// <param name="step">How far apart they were asked for.</param>
    public static VideoTimeline For(MediaSource source, IReadOnlyList<int> frames, int step)
    {
        int[] ticks = new int[frames.Count];
        for (int i = 0; i < ticks.Length; i++)
            ticks[i] = TicksBetween(source, frames[i], i + 1 < frames.Count ? frames[i + 1] : frames[i] + step);

        int common = ticks.Aggregate(GreatestCommonDivisor);
        return new(source.FrameRate.DividedBy(common), [.. ticks.Select(tick => tick / common)]);
    }

    /// <summary>Seconds from the source's first frame to another one.</summary>
    public static double StartOf(MediaSource source, int frame) =>
        TicksBetween(source, source.Frames[0], frame) / source.FrameRate.Value;

    private static int TicksBetween(MediaSource source, int first, int end)
    {
        if (source.Durations is null)
            return end - first;

        int ticks = 0;
        for (int frame = first; frame < end && frame <= source.Frames[^1]; frame++)
            ticks += source.DurationOf(frame);

        return ticks;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
