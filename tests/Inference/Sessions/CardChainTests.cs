using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Inference.Tests.Sessions;

/// <summary>
/// What one network gives the next stays on the card: with a runtime that has none (Native/card_runtime.c), whose card's memory
/// ends the process where the processor touches it.
/// </summary>
[Collection(nameof(SessionCache))]
public sealed class CardChainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData(ExecutionProvider.Cuda, false)]
    [InlineData(ExecutionProvider.TensorRt, false)]
    [InlineData(ExecutionProvider.Cuda, true)]
    public void The_tensor_between_stays_on_the_card_and_its_memory_is_given_back(ExecutionProvider provider, bool isHalf)
    {
        (string[] report, string[] calls) = Run(provider, "", isHalf);
        AssertNumbers("chained", report);
        Assert.Equal(3, calls.Count(call => call == "of them 0 inputs and 1 outputs on the card"));
        Assert.Equal(3, calls.Count(call => call == "of them 1 inputs and 0 outputs on the card"));
        Assert.Equal(3, calls.Count(call => call == $"take {(isHalf ? 8 : 16)} of the card"));
        Assert.Equal(3, calls.Count(call => call == "give back to the card"));
        CardRuntime.AssertGivenBack(calls);
    }

    [SkippableTheory]
    [InlineData("allocator")]
    [InlineData("card-memory")]
    public void Where_the_card_lends_no_memory_they_run_one_by_one(string failure)
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cuda, failure, isHalf: false);
        AssertNumbers("apart", report);
        Assert.All(calls.Where(call => call.StartsWith("run ", StringComparison.Ordinal)), call => Assert.StartsWith("run card", call, StringComparison.Ordinal));
        CardRuntime.AssertGivenBack(calls);
    }

    [SkippableTheory]
    [InlineData("run", "processor processor")]
    [InlineData("second", "card processor")]
    public void A_network_that_fails_there_is_run_by_the_processor_from_then_on(string failure, string runners)
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cuda, failure, isHalf: false);
        AssertNumbers("apart", report);
        string[] last = [.. calls.Where(call => call.StartsWith("run ", StringComparison.Ordinal)).TakeLast(2).Select(call => call.Split(' ')[1])];
        Assert.Equal(runners, string.Join(' ', last));
        Assert.Contains(report, line => line.Contains("failed on CUDA (the card is lost)", StringComparison.Ordinal));
        CardRuntime.AssertGivenBack(calls);
    }

    [SkippableFact]
    public void On_the_processor_they_run_one_by_one()
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cpu, "", isHalf: false);
        AssertNumbers("apart", report);
        Assert.DoesNotContain(calls, call => call.Contains("card", StringComparison.Ordinal) && !call.Contains("processor", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    // Run r gives 2 (r, 2, 3, 4) + (1, 1, 1, r).
    private static void AssertNumbers(string how, string[] report) =>
        Assert.Equal([$"{how} 1 5 7 8", $"{how} 3 5 7 9", $"{how} 5 5 7 10"], report.Where(line => !line.StartsWith("note", StringComparison.Ordinal)));

    private (string[] Report, string[] Calls) Run(ExecutionProvider provider, string failures, bool isHalf)
    {
        byte[] first = new OnnxGraph(isHalf).Input("given", 1, 4).Node("Add", ["given", "given"], "twice").Output("twice", 1, 4).ToArray();
        byte[] second = new OnnxGraph(isHalf).Input("twice", 1, 4).Input("further", 1, 4).Node("Add", ["twice", "further"], "sum").Output("sum", 1, 4).ToArray();
        return CardRuntime.Run(_folder, provider, [_folder.Write("first.onnx", first), _folder.Write("second.onnx", second)], failures);
    }
}
