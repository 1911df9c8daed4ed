using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests.Sessions;

[Collection(nameof(SessionCache))]
public class ProviderTests
{
    [Fact]
    public void Automatic_takes_the_best_that_is_offered_and_the_processor_nothing()
    {
        string[] offered = ["CPUExecutionProvider", "WebGpuExecutionProvider", "TensorrtExecutionProvider", "CUDAExecutionProvider"];
        Assert.Equal([ExecutionProvider.TensorRt, ExecutionProvider.Cuda, ExecutionProvider.WebGpu], ProviderChain.Of(offered, ExecutionProvider.Automatic));
        Assert.Empty(ProviderChain.Of(["CPUExecutionProvider"], ExecutionProvider.Automatic));
        Assert.Empty(ProviderChain.Of(offered, ExecutionProvider.Cpu));
        Assert.Equal([ExecutionProvider.DirectMl], ProviderChain.Of(offered, ExecutionProvider.DirectMl));
        Assert.All(Enum.GetValues<ExecutionProvider>().Where(provider => provider > ExecutionProvider.Automatic), provider => Assert.False(ProviderChain.IsOffered([], provider)));
    }

    [Fact]
    public void The_runtime_says_what_it_offers() => Assert.Contains("CPUExecutionProvider", OnnxRuntime.Providers);

    [SkippableTheory]
    [InlineData(ExecutionProvider.DirectMl, "The ONNX Runtime library")]
    [InlineData(ExecutionProvider.CoreMl, "The ONNX Runtime library")]
    [InlineData(ExecutionProvider.TensorRt, "TensorRT can't run the model")]
    [InlineData(ExecutionProvider.Cuda, "CUDA can't run the model")]
    public void What_the_runtime_or_the_machine_has_not_is_told_and_the_processor_gives_its_own_bits(ExecutionProvider provider, string reason)
    {
        ModelFile file = SharedModels.Library().Require(SharedModels.Recogniser);
        InferenceSession processor = SessionCache.Get(file, new SessionOptions { Threads = 1 });
        InferenceSession wished = SessionCache.Get(file, new SessionOptions { Threads = 1, Provider = provider });
        Assert.NotSame(processor, wished);
        using Tensor input = TestTensors.For(processor.Inputs[0]);
        string? note = ProviderNotes.All.SingleOrDefault(note => note.StartsWith($"'{file.Name}' is run by the processor: {reason}", StringComparison.Ordinal));
        Skip.If(note is null && (provider is ExecutionProvider.TensorRt or ExecutionProvider.Cuda), "This machine has such a card.");
        Assert.EndsWith(".", note, StringComparison.Ordinal);
        Assert.Equal(TestTensors.TakeBytes(processor.Run(input)), TestTensors.TakeBytes(wished.Run(input)));
    }

    [Theory]
    [InlineData(null, ExecutionProvider.Cpu)]
    [InlineData("", ExecutionProvider.Cpu)]
    [InlineData("automatic", ExecutionProvider.Automatic)]
    [InlineData("TensorRT", ExecutionProvider.TensorRt)]
    [InlineData("cuda", ExecutionProvider.Cuda)]
    public void The_variable_names_a_provider(string? given, ExecutionProvider wanted) => Assert.Equal(wanted, SessionOptions.ParseProvider(given));

    [Fact]
    public void An_unknown_provider_or_limit_is_refused_in_a_sentence()
    {
        ModelException provider = Assert.Throws<ModelException>(() => SessionOptions.ParseProvider("gpu"));
        Assert.Equal("FACEFUSION_PROVIDER is 'gpu'; set it to cpu, automatic, tensorrt, cuda, directml, coreml or webgpu, or unset it.", provider.Message);
        ModelException limit = Assert.Throws<ModelException>(() => SessionOptions.ParseLimit("much"));
        Assert.Equal("FACEFUSION_GPU_MEMORY is 'much'; set it to a number of megabytes, or unset it.", limit.Message);
        Assert.Equal(4096, SessionOptions.ParseLimit("4096"));
        Assert.Equal(0, SessionOptions.ParseLimit(null));
    }
}
