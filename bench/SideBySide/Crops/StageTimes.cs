namespace FaceFusion.SideBySide.Crops;

/// <summary>Milliseconds of one way from frame to crop and back.</summary>
internal readonly record struct StageTimes(double Crop, double Matte, double Paste)
{
    public double Total => Crop + Matte + Paste;

    /// <summary>The run with the middle total.</summary>
    public static StageTimes Median(IEnumerable<StageTimes> runs)
    {
        StageTimes[] sorted = [.. runs.OrderBy(run => run.Total)];
        return sorted[sorted.Length / 2];
    }
}
