using System.Globalization;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Native;

/// <summary>Has a session run by a provider. Keys and values are those of ONNX Runtime's documentation of each.</summary>
internal static unsafe class ProviderAppender
{
    /// <summary>Adds a provider in front of the processor's.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="settings">The session's settings.</param>
    /// <param name="provider">Not the processor's, not Automatic.</param>
    /// <param name="options">Its memory limit and where engines are kept.</param>
    /// <param name="file">The model's file, for messages.</param>
    /// <exception cref="ModelException">The runtime or the machine has it not.</exception>
    public static void Append(OrtRuntime runtime, OrtSessionOptions* settings, ExecutionProvider provider, SessionOptions options, ModelFile file)
    {
        string name = ProviderNotes.NameOf(provider);
        if (!ProviderChain.IsOffered(runtime.Providers, provider))
            throw new ModelException($"The ONNX Runtime library '{runtime.Path}' has no {name}; set {OnnxRuntime.LibraryVariable} to one that has, or {SessionOptions.ProviderVariable} to cpu.");

        OrtApi api = runtime.Api;
        string failure = $"{name} can't run the model '{file.Name}'", remedy = $"update the card's driver, or set {SessionOptions.ProviderVariable} to cpu";
        List<(string Key, string Value)> pairs = [];
        string limit = (options.MemoryLimit << 20).ToString(CultureInfo.InvariantCulture);
        switch (provider)
        {
            case ExecutionProvider.TensorRt:
                pairs.AddRange([("trt_engine_cache_enable", "1"), ("trt_engine_cache_path", options.EngineFolder)]);
                if (options.MemoryLimit > 0)
                    pairs.Add(("trt_max_workspace_size", limit));
                Directory.CreateDirectory(options.EngineFolder);
                AppendTensorRt(api, settings, pairs, failure, remedy);
                break;
            case ExecutionProvider.Cuda:
                pairs.AddRange([("arena_extend_strategy", "kSameAsRequested"), ("cudnn_conv_algo_search", "HEURISTIC")]);
                if (options.MemoryLimit > 0)
                    pairs.Add(("gpu_mem_limit", limit));
                AppendCuda(api, settings, pairs, failure, remedy);
                break;
            default:
                string known = provider switch { ExecutionProvider.DirectMl => "DML", ExecutionProvider.CoreMl => "CoreML", _ => "WebGPU" };
                fixed (byte* text = NativeText.Utf8(known))
                    api.Check(api.AppendExecutionProvider(settings, text, null, null, 0), failure, remedy);
                break;
        }
    }

    private static void AppendTensorRt(OrtApi api, OrtSessionOptions* settings, IReadOnlyList<(string Key, string Value)> pairs, string failure, string remedy)
    {
        OrtProviderOptions* provider;
        api.Check(api.CreateTensorRtOptions(&provider), failure, remedy);
        try
        {
            using NativePairs given = new(pairs);
            api.Check(api.UpdateTensorRtOptions(provider, given.Keys, given.Values, given.Count), failure, remedy);
            api.Check(api.AppendTensorRt(settings, provider), failure, remedy);
        }
        finally
        {
            api.ReleaseTensorRtOptions(provider);
        }
    }

    private static void AppendCuda(OrtApi api, OrtSessionOptions* settings, IReadOnlyList<(string Key, string Value)> pairs, string failure, string remedy)
    {
        OrtProviderOptions* provider;
        api.Check(api.CreateCudaOptions(&provider), failure, remedy);
        try
        {
            using NativePairs given = new(pairs);
            api.Check(api.UpdateCudaOptions(provider, given.Keys, given.Values, given.Count), failure, remedy);
            api.Check(api.AppendCuda(settings, provider), failure, remedy);
        }
        finally
        {
            api.ReleaseCudaOptions(provider);
        }
    }
}
