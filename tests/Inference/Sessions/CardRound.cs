using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests.Sessions;

/// <summary>
/// A network on a card that isn't there, in a process of its own whose runtime and driver keep book: what it gives, and which
/// CUDA context is current where a host had its own.
/// </summary>
internal static unsafe class CardRound
{
    /// <summary>A host's context.</summary>
    public const nint HostContext = 77;

    private const int Runs = 3, Threads = 4;

    /// <summary>Loads a network, runs it, and purges, twice; a tensor outlives the first purge.</summary>
    /// <param name="report">Gets a line for each thing.</param>
    /// <param name="provider">What is to run it.</param>
    /// <param name="model">The network's file.</param>
    public static void Run(StreamWriter report, ExecutionProvider provider, string model)
    {
        nint driver = NativeLibrary.Load("libcuda.so.1");
        _ = ((delegate* unmanaged<nint, int>)NativeLibrary.GetExport(driver, "cuCtxPushCurrent_v2"))(HostContext);
        InferenceSession session = SessionCache.Get(ModelFile.Open(model), SessionOptions.For(provider) with { Threads = 1 });
        report.WriteLine($"loaded in {Current()}");
        for (int run = 0; run < Runs; run++)
            report.WriteLine($"bits {Bits(session)}");
        report.WriteLine($"ran in {Current()}");
        foreach (string note in ProviderNotes.All)
            report.WriteLine($"note {note}");

        using (Tensor kept = TestTensors.For(session.Inputs[0]))
        {
            SessionCache.Purge();
            report.WriteLine($"purged in {Current()}");
            report.WriteLine($"sum {kept.ToFloats().Sum():R}");
        }

        report.WriteLine($"gave back in {Current()}");
        report.WriteLine($"bits {Bits(session)}");
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() => RunBeside(report, session)))];
        foreach (Thread thread in threads)
            thread.Start();
        SessionCache.Purge();
        foreach (Thread thread in threads)
            thread.Join();
        SessionCache.Purge();
        report.WriteLine($"ended in {Current()}");

        nint Current()
        {
            nint context;
            _ = ((delegate* unmanaged<nint*, int>)NativeLibrary.GetExport(driver, "cuCtxGetCurrent"))(&context);
            return context;
        }

        // A thread without a context.
        void RunBeside(StreamWriter report, InferenceSession session)
        {
            string bits = Bits(session);
            lock (report)
            {
                report.WriteLine($"bits {bits}");
                report.WriteLine($"beside in {Current()}");
            }
        }
    }

    /// <summary>The hash of what a network makes of <see cref="TestTensors"/>.</summary>
    /// <param name="session">The network.</param>
    public static string Bits(InferenceSession session)
    {
        using Tensor input = TestTensors.For(session.Inputs[0]);
        return Convert.ToHexString(SHA256.HashData(TestTensors.TakeBytes(session.Run(input))));
    }
}
