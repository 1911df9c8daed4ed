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
        Assert.All(Enum.GetValues<ExecutionProvider>().Where(provider => provider > ExecutionProvider.Cpu), provider => Assert.False(ProviderChain.IsOffered([], provider)));
    }

    [Fact]
    public void The_runtime_says_what_it_offers() => Assert.Contains("CPUExecutionProvider", OnnxRuntime.Providers);

    [SkippableTheory]
    [InlineData(ExecutionProvider.DirectMl, "The ONNX Runtime library")]
    [InlineData(ExecutionProvider.CoreMl, "The ONNX Runtime library")]
    [InlineData(ExecutionProvider.TensorRt, "TensorRT can't be used (")]
    [InlineData(ExecutionProvider.Cuda, "CUDA can't be used (")]
    public void What_the_runtime_or_the_machine_has_not_is_told_and_the_processor_gives_its_own_bits(ExecutionProvider provider, string reason)
    {
        SessionCache.Purge();
        ModelFile file = SharedModels.Library().Require(SharedModels.Recogniser);
        AssertBitsAreTheProcessors(file, provider);
        Skip.If(ProviderNotes.All is [_], "This machine has it.");
        Assert.Equal($"Run by the processor: {file.Name}.", ProviderNotes.All[0]);
        string sentence = Assert.Single(ProviderNotes.All.Skip(1));
        Assert.StartsWith(reason, sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("onnxruntime_src", sentence, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Automatic_ends_with_the_processor_and_tells_once_why_every_other_one_that_is_offered_was_not_taken()
    {
        SessionCache.Purge();
        ModelLibrary models = SharedModels.Library().RunBy(ExecutionProvider.Automatic);
        ModelFile[] files = [models.Require(SharedModels.Recogniser), models.Require(SharedModels.Landmarks)];
        foreach (ModelFile file in files)
        {
            Assert.Equal(ExecutionProvider.Automatic, file.Provider);
            Assert.Same(SessionCache.Get(file), SessionCache.Get(file, SessionOptions.For(ExecutionProvider.Automatic)));
        }

        Skip.If(!ProviderNotes.All[0].StartsWith("Run by the processor", StringComparison.Ordinal), $"This machine has a card: {ProviderNotes.All[0]}");
        Assert.Equal($"Run by the processor: {string.Join(", ", files.Select(file => file.Name).Order(StringComparer.Ordinal))}.", ProviderNotes.All[0]);
        Assert.Equal(ProviderChain.Of(OnnxRuntime.Providers, ExecutionProvider.Automatic).Select(ProviderNotes.NameOf), ProviderNotes.All.Skip(1).Select(note => note.Split(' ')[0]));
        foreach (ModelFile file in files)
            AssertBitsAreTheProcessors(file, ExecutionProvider.Automatic);
    }

    [SkippableFact]
    public void Who_wishes_for_the_processor_is_told_nothing()
    {
        SessionCache.Purge();
        _ = SessionCache.Get(SharedModels.Library().Require(SharedModels.Recogniser), new SessionOptions { Threads = 1 });
        Assert.Empty(ProviderNotes.All);
    }

    [SkippableFact]
    public void WebGPU_gives_the_processors_numbers_and_where_it_is_not_leaves_them_to_it()
    {
        SessionCache.Purge();
        ModelFile file = SharedModels.Library().Require("pfld-98");
        InferenceSession processor = SessionCache.Get(file, new SessionOptions { Threads = 1 });
        InferenceSession card = SessionCache.Get(file, new SessionOptions { Threads = 1, Provider = ExecutionProvider.WebGpu });
        bool isThere = ProviderNotes.All is ["Run by WebGPU: pfld-98."];
        using Tensor input = TestTensors.For(processor.Inputs[0]);
        using Tensor wanted = processor.Run(input)[0], first = card.Run(input)[0], second = card.Run(input)[0];
        Assert.All(wanted.ToFloats().Zip(first.ToFloats()), pair => Assert.InRange(pair.Second, pair.First - (isThere ? 1e-4f : 0), pair.First + (isThere ? 1e-4f : 0)));
        Assert.True(first.AsBytes().SequenceEqual(second.AsBytes()));
    }

    [Fact]
    public void Every_provider_is_found_by_its_name_and_no_number_is_one()
    {
        ExecutionProvider[] all = Enum.GetValues<ExecutionProvider>();
        Assert.Equal(all.Length, ExecutionProviders.Labels.Count);
        foreach (ExecutionProvider provider in all)
        {
            Assert.True(ExecutionProviders.TryParse(ExecutionProviders.Names[(int)provider], out ExecutionProvider named));
            Assert.True(ExecutionProviders.TryParse(ExecutionProviders.LabelOf(provider), out ExecutionProvider labelled));
            Assert.Equal((provider, provider), (named, labelled));
        }

        Assert.False(ExecutionProviders.TryParse("3", out _));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("cpu", ExecutionProvider.Cpu)]
    [InlineData("automatic", ExecutionProvider.Automatic)]
    [InlineData("TensorRT", ExecutionProvider.TensorRt)]
    [InlineData("cuda", ExecutionProvider.Cuda)]
    public void The_variable_names_a_provider(string? given, ExecutionProvider? wanted) => Assert.Equal(wanted, SessionOptions.ParseProvider(given));

    [Fact]
    public void An_unknown_provider_or_limit_is_refused_in_a_sentence()
    {
        ModelException provider = Assert.Throws<ModelException>(() => SessionOptions.ParseProvider("gpu"));
        Assert.Equal("FACEFUSION_PROVIDER is 'gpu'; set it to automatic, cpu, tensorrt, cuda, directml, coreml or webgpu, or unset it.", provider.Message);
        ModelException limit = Assert.Throws<ModelException>(() => SessionOptions.ParseLimit("much"));
        Assert.Equal("FACEFUSION_GPU_MEMORY is 'much'; set it to a number of megabytes, or unset it.", limit.Message);
        Assert.Equal(4096, SessionOptions.ParseLimit("4096"));
        Assert.Equal(0, SessionOptions.ParseLimit(null));
    }

    private static void AssertBitsAreTheProcessors(ModelFile file, ExecutionProvider provider)
    {
        InferenceSession processor = SessionCache.Get(file, new SessionOptions { Threads = 1 });
        InferenceSession wished = SessionCache.Get(file, new SessionOptions { Threads = 1, Provider = provider });
        Assert.NotSame(processor, wished);
        using Tensor input = TestTensors.For(processor.Inputs[0]);
        byte[] given = TestTensors.TakeBytes(wished.Run(input));
        Skip.IfNot(ProviderNotes.All[0].StartsWith("Run by the processor", StringComparison.Ordinal), $"This machine has it: {ProviderNotes.All[0]}");
        Assert.Equal(TestTensors.TakeBytes(processor.Run(input)), given);
    }
}
