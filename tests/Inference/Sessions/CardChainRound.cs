using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests.Sessions;

/// <summary>Two networks of which the second takes what the first gives, on a card that isn't there, in a process of their own.</summary>
internal static class CardChainRound
{
    private const int Runs = 3;

    /// <summary>Runs both several times, one after the other where they can't be chained, and purges.</summary>
    /// <param name="report">Gets a line for each run.</param>
    /// <param name="provider">What is to run them.</param>
    /// <param name="firstModel">The first network's file.</param>
    /// <param name="secondModel">The second's: its first input is the first's output.</param>
    public static void Run(StreamWriter report, ExecutionProvider provider, string firstModel, string secondModel)
    {
        SessionOptions options = SessionOptions.For(provider) with { Threads = 1 };
        InferenceSession first = SessionCache.Get(ModelFile.Open(firstModel), options), second = SessionCache.Get(ModelFile.Open(secondModel), options);
        for (int run = 0; run < Runs; run++)
        {
            using Tensor input = Tensor.FromFloats(first.Inputs[0].Element, [run, 2, 3, 4], 1, 4), further = Tensor.FromFloats(second.Inputs[1].Element, [1, 1, 1, run], 1, 4);
            Tensor[]? chained = CardChain.TryRun(first, 0, [input], second, 0, [null, further]);
            Tensor[] outputs = chained ?? Apart(first, input, second, further);
            report.WriteLine($"{(chained is null ? "apart" : "chained")} {string.Join(" ", outputs[0].ToFloats())}");
            foreach (Tensor tensor in outputs)
                tensor.Dispose();
        }

        foreach (string note in ProviderNotes.All)
            report.WriteLine($"note {note}");
        SessionCache.Purge();
    }

    private static Tensor[] Apart(InferenceSession first, Tensor input, InferenceSession second, Tensor further)
    {
        using Tensor between = first.Run(input)[0];
        return second.Run(between, further);
    }
}
