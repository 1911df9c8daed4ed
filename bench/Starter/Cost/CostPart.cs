using FaceFusion.Inference.Models;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Cost;

/// <summary>How large the starters are, and how long one run of each of them takes on one thread.</summary>
internal static class CostPart
{
    private const int Rounds = 60, WarmUp = 10;
    private const long LargestSize = 4 << 20;

    public static IEnumerable<Figure> Measure(StarterModels models)
    {
        IReadOnlyList<ModelEntry> entries = StarterModels.Entries;
        if (entries.Count == 0)
            return [];

        double[][] times = [.. entries.Select(entry => NetworkTiming.Milliseconds(models.Library.Require(entry.Id), threads: 1, WarmUp, Rounds))];
        return
        [
            .. entries.Zip(times, (entry, each) => new Figure("time", entry.Id["starter-".Length..], Statistics.Median(each))),
            new("time", "ms_per_face", times.Sum(each => Statistics.Median(each)), Needed: 12, AtMost: true),
            // Tells a busy machine from slow networks.
            new("time", "ms_per_face_fastest", times.Sum(each => each.Min())),
            new("size", "bytes", entries.Sum(entry => entry.Bytes ?? 0), Needed: LargestSize, AtMost: true),
        ];
    }
}
