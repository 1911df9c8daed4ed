using System.Diagnostics;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Quality.Measures;

/// <summary>How long a network takes.</summary>
internal static class NetworkTiming
{
    // Where a network takes any size, it is timed on a picture of this side.
    private const long OpenSide = 640;

    /// <summary>Milliseconds of each of its runs on a made-up input, after some that don't count.</summary>
    /// <param name="file">The network, of one input.</param>
    /// <param name="threads">How many threads it may use.</param>
    /// <param name="warmUp">The runs that don't count.</param>
    /// <param name="rounds">The runs that do.</param>
    public static double[] Milliseconds(ModelFile file, int threads, int warmUp, int rounds)
    {
        InferenceSession session = SessionCache.Get(file, new SessionOptions { Threads = threads });
        using Tensor input = new(session.Inputs[0].Element, [.. session.Inputs[0].Shape.Select((length, axis) => length ?? (axis == 0 ? 1 : OpenSide))]);
        input.WriteFloats([.. Enumerable.Range(0, input.Length).Select(i => i % 97 / 97f)]);
        List<double> times = [];
        for (int round = 0; round < warmUp + rounds; round++)
        {
            long begun = Stopwatch.GetTimestamp();
            foreach (Tensor output in session.Run(input))
                output.Dispose();
            if (round >= warmUp)
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return [.. times];
    }
}
