using System.Diagnostics;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Networks.Cost;

/// <summary>How long one run of each network takes on one and on two threads, and what one face of a frame costs.</summary>
internal static class CostPart
{
    private const int Rounds = 20, WarmUp = 3;

    // Where a network takes any size, it is timed on a picture of this side.
    private const long OpenSide = 640;

    // A face of a frame: one look of the detector, three of the landmark network, one of the segmenter.
    private static readonly (string Id, int Runs)[] OneFace = [("yunet-2023mar", 1), ("mediapipe-landmarks-478", 3), ("skin-clothes-hair", 1)];

    public static IEnumerable<Figure> Measure(ModelLibrary models)
    {
        foreach (int threads in (int[])[1, 2])
        {
            Dictionary<string, double> times = [];
            foreach (ModelStatus status in models.List().Where(status => status.State == ModelState.Present))
            {
                times[status.Entry.Id] = Milliseconds(models.Require(status.Entry.Id), threads);
                yield return new($"ms_{threads}", status.Entry.Id, times[status.Entry.Id]);
            }

            if (OneFace.All(network => times.ContainsKey(network.Id)))
                yield return new($"ms_{threads}", "face", OneFace.Sum(network => network.Runs * times[network.Id]));
        }
    }

    private static double Milliseconds(ModelFile file, int threads)
    {
        InferenceSession session = SessionCache.Get(file, new SessionOptions { Threads = threads });
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

        return Statistics.Median(times);
    }
}
