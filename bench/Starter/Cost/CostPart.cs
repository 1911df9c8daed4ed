using System.Diagnostics;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Cost;

/// <summary>How large the starters are, and how long one run of each of them takes on one thread.</summary>
internal static class CostPart
{
    private const int Rounds = 60, WarmUp = 10;
    private const long LargestSize = 4 << 20;

    // Where a network takes any size, it is timed on a picture of this side.
    private const long OpenSide = 640;

    public static IEnumerable<Figure> Measure(StarterModels models)
    {
        IReadOnlyList<ModelEntry> entries = StarterModels.Entries;
        if (entries.Count == 0)
            return [];

        double[][] times = [.. entries.Select(entry => Milliseconds(models.Library.Require(entry.Id)))];
        return
        [
            .. entries.Zip(times, (entry, each) => new Figure("time", entry.Id["starter-".Length..], Statistics.Median(each))),
            new("time", "ms_per_face", times.Sum(each => Statistics.Median(each)), Needed: 12, AtMost: true),
            // Tells a busy machine from slow networks.
            new("time", "ms_per_face_fastest", times.Sum(each => each.Min())),
            new("size", "bytes", entries.Sum(entry => entry.Bytes ?? 0), Needed: LargestSize, AtMost: true),
        ];
    }

    private static double[] Milliseconds(ModelFile file)
    {
        InferenceSession session = SessionCache.Get(file, new SessionOptions { Threads = 1 });
        using Tensor input = new(session.Inputs[0].Element, [.. session.Inputs[0].Shape.Select((length, axis) => length ?? (axis == 0 ? 1 : OpenSide))]);
        input.WriteFloats([.. Enumerable.Range(0, input.Length).Select(i => i % 97 / 97f)]);
        List<double> times = [];
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            long begun = Stopwatch.GetTimestamp();
            foreach (Tensor output in session.Run(input))
                output.Dispose();
            if (round >= WarmUp)
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return [.. times];
    }
}
