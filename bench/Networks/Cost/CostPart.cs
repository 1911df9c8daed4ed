using FaceFusion.Inference.Models;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Networks.Cost;

/// <summary>How long one run of each network takes on one and on two threads, and what one face of a frame costs.</summary>
internal static class CostPart
{
    private const int Rounds = 20, WarmUp = 3;

    // A face of a frame: one look of the detector, three of the landmark network, one of the segmenter.
    private static readonly (string Id, int Runs)[] OneFace = [("yunet-2023mar", 1), ("mediapipe-landmarks-478", 3), ("skin-clothes-hair", 1)];

    public static IEnumerable<Figure> Measure(ModelLibrary models)
    {
        foreach (int threads in (int[])[1, 2])
        {
            Dictionary<string, double> times = [];
            foreach (ModelStatus status in models.List().Where(status => status.State == ModelState.Present))
            {
                times[status.Entry.Id] = Statistics.Median(NetworkTiming.Milliseconds(models.Require(status.Entry.Id), threads, WarmUp, Rounds));
                yield return new($"ms_{threads}", status.Entry.Id, times[status.Entry.Id]);
            }

            if (OneFace.All(network => times.ContainsKey(network.Id)))
                yield return new($"ms_{threads}", "face", OneFace.Sum(network => network.Runs * times[network.Id]));
        }
    }
}
