using System.Globalization;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Tests.Device;

namespace FaceFusion.Kernels.Tests.Machine;

/// <summary>
/// Kernels in a process of their own, where the processor can be made to look older and nothing else allocates: <c>bits</c>
/// tells the hash of what they compute, <c>bytes</c> what a round of them leaves to the collector, <c>cuda</c> and <c>streams</c>
/// what becomes of calls to CUDA's driver.
/// </summary>
internal static class Program
{
    private const int WarmUps = 20;
    private const int Batches = 8;
    private const int Rounds = 5;

    private static void Main(string[] arguments)
    {
        if (arguments[0] is "cuda" or "streams")
        {
            Console.Write(arguments[0] == "cuda" ? CudaRound.Run() : CudaRound.RunInTwoStreams());
            return;
        }

        using KernelRound round = new();
        Executor.ThreadCount = 3;
        Console.Write(arguments[0] == "bits" ? round.Hash() : Allocated(round).ToString(CultureInfo.InvariantCulture));
    }

    private static long Allocated(KernelRound round)
    {
        for (int i = 0; i < WarmUps; i++)
            round.Run();

        // The runtime itself allocates now and then, when it compiles; what the kernels allocate is in every batch.
        long least = long.MaxValue;
        for (int batch = 0; batch < Batches; batch++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int i = 0; i < Rounds; i++)
                round.Run();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
