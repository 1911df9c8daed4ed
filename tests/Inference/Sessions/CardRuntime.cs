using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Sessions;

/// <summary>A process with a runtime that has no card (Native/card_runtime.c) and a driver that keeps book; no rule of theirs may be broken in it.</summary>
internal static class CardRuntime
{
    /// <summary>Runs networks in it.</summary>
    /// <param name="folder">Takes what it writes.</param>
    /// <param name="provider">What is to run them.</param>
    /// <param name="models">Their files.</param>
    /// <param name="failures">The calls that fail, with blanks between.</param>
    /// <param name="environment">Further variables.</param>
    /// <returns>What the process said, and the runtime's calls.</returns>
    public static (string[] Report, string[] Calls) Run(
        TemporaryFolder folder, ExecutionProvider provider, string[] models, string failures, params (string Name, string Value)[] environment)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The runtime without a card is built for Linux.");
        string log = folder.File("calls.txt");
        FreshProcess.Outcome outcome = FreshProcess.Run(
            models,
            [
                (Program.ProviderVariable, $"{provider}"), ("LD_LIBRARY_PATH", Path.Combine(AppContext.BaseDirectory, "fake-cuda")),
                (OnnxRuntime.LibraryVariable, Path.Combine(AppContext.BaseDirectory, "card", "libcard_runtime.so")),
                ("CARD_RUNTIME_REAL", OnnxRuntime.Load().Path), ("CARD_RUNTIME_LOG", log), ("CARD_RUNTIME_FAIL", failures), (SessionOptions.EnginesVariable, folder.File("engines")),
                .. environment,
            ]);
        Assert.True(outcome.ExitCode == 0, outcome.StandardError);
        string[] calls = File.ReadAllLines(log);
        Assert.DoesNotContain(calls, call => call.StartsWith("BROKEN", StringComparison.Ordinal));
        return (outcome.Report, calls);
    }

    /// <summary>Asserts that every allocator and every session of the card was given back.</summary>
    /// <param name="calls">The runtime's calls.</param>
    public static void AssertGivenBack(string[] calls)
    {
        Assert.Equal(calls.Count(call => call == "allocator"), calls.Count(call => call == "release allocator"));
        Assert.Equal(calls.Count(call => call == "session card"), calls.Count(call => call == "release card"));
    }
}
