namespace FaceFusion.Cli.Media.Reading;

/// <summary>Frames of a video, counted from 0: <paramref name="First"/>, then every <paramref name="Step"/>th before <paramref name="End"/>.</summary>
/// <param name="First">The first one.</param>
/// <param name="End">The one after the last.</param>
/// <param name="Step">How far the next one is.</param>
internal readonly record struct VideoSpan(int First, int End, int Step)
{
    /// <summary>The tightest span around frames, given as positions that rise.</summary>
    public static VideoSpan Around(IReadOnlyList<int> positions)
    {
        int step = positions.Count > 1 ? positions[1] - positions[0] : 1;
        for (int i = 2; i < positions.Count; i++)
        {
            if (positions[i] - positions[i - 1] != step)
                step = 1;
        }

        return new(positions[0], positions[^1] + 1, step);
    }
}
