using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Inference.Tests.Sessions;

namespace FaceFusion.Inference.Tests;

/// <summary>
/// What a fresh process does for a test: loads each model given after the first argument, runs it on zeros, purges, and
/// writes a line for each to the file that is the first argument. Nothing of its own goes to standard output or error. Where
/// <see cref="ProviderVariable"/> names a provider, it is a <see cref="CardRound"/> instead, of two models a <see cref="CardChainRound"/>.
/// </summary>
public static class Program
{
    /// <summary>The environment variable that names the provider of a <see cref="CardRound"/>.</summary>
    internal const string ProviderVariable = "TEST_CARD_PROVIDER";

    /// <summary>The entry point.</summary>
    public static int Main(string[] args)
    {
        using StreamWriter report = new(args[0]);
        if (Enum.TryParse(Environment.GetEnvironmentVariable(ProviderVariable), out ExecutionProvider provider))
        {
            if (args.Length > 2)
                CardChainRound.Run(report, provider, args[1], args[2]);
            else
                CardRound.Run(report, provider, args[1]);
            return 0;
        }

        foreach (string model in args.AsSpan(1))
        {
            try
            {
                InferenceSession session = SessionCache.Get(ModelFile.Open(model));
                using Tensor input = TestTensors.For(session.Inputs[0]);
                foreach (Tensor output in session.Run(input))
                    output.Dispose();
                SessionCache.Purge();
                report.WriteLine($"ran {session.Name}");
            }
            catch (ModelException failure)
            {
                report.WriteLine(failure.Message);
            }
        }

        return 0;
    }
}
