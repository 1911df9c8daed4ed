using System.Globalization;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Native;

/// <summary>Has a session run by a provider. Keys and values are those of ONNX Runtime's documentation of each.</summary>
internal static unsafe class ProviderAppender
{
    /// <summary>What to do about a provider that fails: the end of a sentence.</summary>
    public const string Remedy = $"install what it needs, or choose another execution provider in the node or in {SessionOptions.ProviderVariable}";

    /// <summary>
    /// Adds a provider in front of the processor's. One that doesn't work on this machine isn't tried again, and
    /// <see cref="ProviderNotes"/> say why.
    /// </summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="settings">The session's settings.</param>
    /// <param name="provider">Not the processor's, not Automatic.</param>
    /// <param name="options">Whether it was chosen by name, its memory limit and where engines are kept.</param>
    /// <returns>Whether it works on this machine; whether it takes the network is another question.</returns>
    public static bool TryAppend(OrtRuntime runtime, OrtSessionOptions* settings, ExecutionProvider provider, SessionOptions options)
    {
        if (ProviderNotes.IsOut(provider))
            return false;
        if (provider == ExecutionProvider.WebGpu && options.Provider == ExecutionProvider.Automatic && !VulkanDevices.HaveCard)
        {
            // Software Vulkan takes hundreds of times as long as the processor's own code. Who names WebGPU gets it all the same.
            ProviderNotes.Leaves(provider, "WebGPU is left out: Vulkan has no graphics card on this machine.");
            return false;
        }

        try
        {
            Append(runtime, settings, provider, options);
            return true;
        }
        catch (ModelException failure)
        {
            ProviderNotes.Refuses(provider, failure.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            ProviderNotes.Refuses(provider, $"{ProviderNotes.NameOf(provider)} can't keep its engines in '{options.EngineFolder}' ({NativeText.OneLine(failure.Message)}); set {SessionOptions.EnginesVariable} to a folder that can be written to.");
        }

        return false;
    }

    private static void Append(OrtRuntime runtime, OrtSessionOptions* settings, ExecutionProvider provider, SessionOptions options)
    {
        string name = ProviderNotes.NameOf(provider);
        if (!ProviderChain.IsOffered(runtime.Providers, provider))
            throw new ModelException($"The ONNX Runtime library '{runtime.Path}' has no {name}; set {OnnxRuntime.LibraryVariable} to one that has, or choose another execution provider.");

        OrtApi api = runtime.Api;
        string failure = $"{name} can't be used";
        switch (provider)
        {
            case ExecutionProvider.TensorRt:
                Directory.CreateDirectory(options.EngineFolder);
                Append(
                    api, settings, [("trt_engine_cache_enable", "1"), ("trt_engine_cache_path", options.EngineFolder), .. Limit("trt_max_workspace_size", options)],
                    api.CreateTensorRtOptions, api.UpdateTensorRtOptions, api.AppendTensorRt, api.ReleaseTensorRtOptions, failure);

                // What TensorRT doesn't take of a network, CUDA runs without leaving the card.
                if (ProviderChain.IsOffered(runtime.Providers, ExecutionProvider.Cuda))
                    _ = TryAppend(runtime, settings, ExecutionProvider.Cuda, options);
                break;
            case ExecutionProvider.Cuda:
                Append(
                    api, settings, [("arena_extend_strategy", "kSameAsRequested"), ("cudnn_conv_algo_search", "HEURISTIC"), .. Limit("gpu_mem_limit", options)],
                    api.CreateCudaOptions, api.UpdateCudaOptions, api.AppendCuda, api.ReleaseCudaOptions, failure);
                break;
            default:
                string known = provider switch { ExecutionProvider.DirectMl => "DML", ExecutionProvider.CoreMl => "CoreML", _ => "WebGPU" };
                fixed (byte* text = NativeText.Utf8(known))
                    api.Check(api.AppendExecutionProvider(settings, text, null, null, 0), failure, Remedy);
                break;
        }
    }

    // TensorRT and CUDA have options of their own kind, each with the same four functions.
    private static void Append(
        OrtApi api,
        OrtSessionOptions* settings,
        IReadOnlyList<(string Key, string Value)> pairs,
        delegate* unmanaged<OrtProviderOptions**, OrtStatus*> create,
        delegate* unmanaged<OrtProviderOptions*, byte**, byte**, nuint, OrtStatus*> update,
        delegate* unmanaged<OrtSessionOptions*, OrtProviderOptions*, OrtStatus*> append,
        delegate* unmanaged<OrtProviderOptions*, void> release,
        string failure)
    {
        OrtProviderOptions* provider;
        api.Check(create(&provider), failure, Remedy);
        try
        {
            using NativePairs given = new(pairs);
            api.Check(update(provider, given.Keys, given.Values, given.Count), failure, Remedy);
            api.Check(append(settings, provider), failure, Remedy);
        }
        finally
        {
            release(provider);
        }
    }

    private static IEnumerable<(string Key, string Value)> Limit(string key, SessionOptions options) =>
        options.MemoryLimit > 0 ? [(key, (options.MemoryLimit << 20).ToString(CultureInfo.InvariantCulture))] : [];
}
