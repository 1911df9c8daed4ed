using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Sessions;

/// <summary>
/// What CUDA's and TensorRT's providers are asked for, with a runtime that has no card (Native/card_runtime.c): it lets the
/// processor do the work, keeps book, and tells of every rule that is broken.
/// </summary>
[Collection(nameof(SessionCache))]
public sealed class CardProviderTests : IDisposable
{
    private const string RunOnCard = "run card of", RunOnProcessor = "run processor of";

    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData(SharedModels.Recogniser, TensorElement.Float32)]
    [InlineData(SharedModels.Landmarks, TensorElement.Float16)]
    public void Tensors_lie_in_page_locked_memory_of_the_card_and_all_of_it_is_given_back(string id, TensorElement element)
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cuda, id, failures: "");
        AssertBits(id, report);
        int outputs = SessionCache.Get(SharedModels.Library().Require(id)).Outputs.Count;
        string[] runs = [.. calls.Where(call => call.StartsWith("run ", StringComparison.Ordinal))];

        // How large an output is, the first run tells.
        Assert.Equal($"run card of 1 inputs 1, of {outputs} outputs 0 page-locked, {outputs} made", runs[0]);
        Assert.All(runs.AsSpan(1, 2).ToArray(), run => Assert.Equal($"run card of 1 inputs 1, of {outputs} outputs {outputs} page-locked, 0 made", run));
        Assert.All(calls.Where(call => call.StartsWith("bind ", StringComparison.Ordinal)), call => Assert.Equal($"bind element {(int)element}", call));
        Assert.Contains(calls, call => call.StartsWith("lock ", StringComparison.Ordinal));
        Assert.Equal(calls.Count(call => call.StartsWith("lock ", StringComparison.Ordinal)), calls.Count(call => call == "unlock"));
        CardRuntime.AssertGivenBack(calls);
        Assert.Contains($"note Run by CUDA: {id}.", report);
    }

    [SkippableTheory]
    [InlineData(ExecutionProvider.Cuda)]
    [InlineData(ExecutionProvider.TensorRt)]
    public void Whatever_context_a_provider_leaves_behind_each_thread_has_its_own_back(ExecutionProvider provider)
    {
        (string[] report, _) = Run(provider, SharedModels.Recogniser, failures: "");
        foreach (string place in (string[])["loaded", "ran", "purged", "gave back", "ended"])
            Assert.Contains($"{place} in {CardRound.HostContext}", report);
        Assert.All(report.Where(line => line.StartsWith("beside", StringComparison.Ordinal)), line => Assert.Equal("beside in 0", line));
    }

    [SkippableFact]
    public void Limit_and_engine_folder_are_told_and_what_TensorRT_leaves_goes_to_CUDA()
    {
        string engines = Path.Combine(_folder.Path, "kept", "engines");
        (string[] report, string[] calls) = Run(
            ExecutionProvider.TensorRt, SharedModels.Recogniser, failures: "", (SessionOptions.MemoryVariable, "2048"), (SessionOptions.EnginesVariable, engines));
        Assert.Equal(
            [
                "set tensorrt trt_engine_cache_enable=1", $"set tensorrt trt_engine_cache_path={engines}", "set tensorrt trt_max_workspace_size=2147483648", "append-tensorrt",
                "set cuda arena_extend_strategy=kSameAsRequested", "set cuda cudnn_conv_algo_search=HEURISTIC", "set cuda gpu_mem_limit=2147483648", "append-cuda", "session card",
            ],
            calls.Where(call => !call.StartsWith("options", StringComparison.Ordinal)).Take(9));
        Assert.True(Directory.Exists(engines));
        Assert.Contains($"note Run by TensorRT: {SharedModels.Recogniser}.", report);
        AssertBits(SharedModels.Recogniser, report);
        CardRuntime.AssertGivenBack(calls);
    }

    [SkippableFact]
    public void An_engine_folder_that_cannot_be_made_is_told_and_the_processor_runs_the_network()
    {
        string file = _folder.Write("file", "no folder"u8);
        (string[] report, _) = Run(ExecutionProvider.TensorRt, SharedModels.Recogniser, failures: "", (SessionOptions.EnginesVariable, Path.Combine(file, "engines")));
        Assert.Contains(report, line => line.StartsWith($"note TensorRT can't keep its engines in '{file}", StringComparison.Ordinal) && line.EndsWith($"set {SessionOptions.EnginesVariable} to a folder that can be written to.", StringComparison.Ordinal));
        AssertBits(SharedModels.Recogniser, report);
    }

    [SkippableTheory]
    [InlineData("allocator")]
    [InlineData("lock")]
    public void Where_no_memory_can_be_locked_plain_memory_does(string failure)
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cuda, SharedModels.Recogniser, failure);
        AssertBits(SharedModels.Recogniser, report);
        string[] runs = [.. calls.Where(call => call.StartsWith("run ", StringComparison.Ordinal))];
        Assert.All(runs, run => Assert.StartsWith("run card of 1 inputs 0, of 1 outputs 0 page-locked", run, StringComparison.Ordinal));
        CardRuntime.AssertGivenBack(calls);
    }

    [SkippableFact]
    public void A_run_that_fails_on_a_card_is_made_by_the_processor_and_so_are_those_after_it_until_a_purge()
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cuda, SharedModels.Recogniser, "run");
        AssertBits(SharedModels.Recogniser, report);
        string[] runs = [.. calls.Where(call => call.StartsWith("run ", StringComparison.Ordinal))];
        Assert.StartsWith(RunOnCard, runs[0], StringComparison.Ordinal);
        Assert.All(runs.AsSpan(1, 3).ToArray(), run => Assert.StartsWith(RunOnProcessor, run, StringComparison.Ordinal));
        Assert.StartsWith(RunOnCard, runs[4], StringComparison.Ordinal);
        Assert.StartsWith(RunOnProcessor, runs[5], StringComparison.Ordinal);
        Assert.Contains($"note Run by the processor: {SharedModels.Recogniser}.", report);
        Assert.Contains(report, line => line.StartsWith($"note The model '{SharedModels.Recogniser}' failed on CUDA (the card is lost)", StringComparison.Ordinal));
        CardRuntime.AssertGivenBack(calls);
    }

    [SkippableFact]
    public void A_network_that_a_card_refuses_is_run_by_the_processor()
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Cuda, SharedModels.Recogniser, "session");
        AssertBits(SharedModels.Recogniser, report);
        Assert.DoesNotContain(calls, call => call.StartsWith(RunOnCard, StringComparison.Ordinal));
        Assert.Contains(report, line => line.StartsWith($"note CUDA can't run the model '{SharedModels.Recogniser}' (the card refuses the network)", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Automatic_goes_on_from_TensorRT_to_CUDA()
    {
        (string[] report, string[] calls) = Run(ExecutionProvider.Automatic, SharedModels.Recogniser, "append-tensorrt");
        AssertBits(SharedModels.Recogniser, report);
        Assert.StartsWith(RunOnCard, calls.First(call => call.StartsWith("run ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains($"note Run by CUDA: {SharedModels.Recogniser}.", report);
        Assert.Contains(report, line => line.StartsWith("note TensorRT can't be used (no TensorRT here)", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private (string[] Report, string[] Calls) Run(ExecutionProvider provider, string id, string failures, params (string Name, string Value)[] environment) =>
        CardRuntime.Run(_folder, provider, [SharedModels.Library().Require(id).Path], failures, environment);

    private static void AssertBits(string id, string[] report)
    {
        string[] bits = [.. report.Where(line => line.StartsWith("bits ", StringComparison.Ordinal))];
        Assert.Equal(8, bits.Length);
        string wanted = CardRound.Bits(SessionCache.Get(SharedModels.Library().Require(id), new SessionOptions { Threads = 1 }));
        Assert.All(bits, line => Assert.Equal($"bits {wanted}", line));
    }
}
