using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Native;

/// <summary>Makes native sessions and reads what they declare.</summary>
internal static unsafe class SessionLoader
{
    /// <summary>
    /// Loads a model file, after making sure that its content is still the one it was known by. A provider that fails is
    /// followed by the next, at last by the processor; <see cref="ProviderNotes"/> say so.
    /// </summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="file">The model's file.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="except">Providers that are not tried: runs of this model have failed on them.</param>
    /// <exception cref="ModelException">The file is missing, has changed or is no model that the runtime can run.</exception>
    public static OrtSessionHandle Open(OrtRuntime runtime, ModelFile file, SessionOptions options, IReadOnlySet<ExecutionProvider> except)
    {
        file.CheckUnchanged();
        foreach (ExecutionProvider provider in ProviderChain.Of(runtime.Providers, options.Provider))
        {
            if (except.Contains(provider))
                continue;
            try
            {
                if (TryOpen(runtime, file, options, provider) is { } session)
                    return Told(session, file);
            }
            catch (ModelException failure)
            {
                ProviderNotes.Refuses(provider, file.Name, failure.Message);
            }
        }

        OrtSessionHandle processors = TryOpen(runtime, file, options, ExecutionProvider.Cpu)!;
        return options.Provider == ExecutionProvider.Cpu ? processors : Told(processors, file);
    }

    private static OrtSessionHandle Told(OrtSessionHandle session, ModelFile file)
    {
        ProviderNotes.Serves(file.Name, session.Provider);
        return session;
    }

    // Null where the provider runs nothing on this machine; never for the processor.
    private static OrtSessionHandle? TryOpen(OrtRuntime runtime, ModelFile file, SessionOptions options, ExecutionProvider provider)
    {
        OrtApi api = runtime.Api;
        bool isProcessors = provider == ExecutionProvider.Cpu;
        string failure = isProcessors ? $"The model file '{file.Path}' can't be loaded" : $"{ProviderNotes.NameOf(provider)} can't run the model '{file.Name}'";
        string remedy = isProcessors ? file.Remedy : ProviderAppender.Remedy;
        OrtSessionOptions* settings;
        api.Check(api.CreateSessionOptions(&settings), failure, remedy);
        try
        {
            Configure(api, settings, file, options);
            using CudaContextGuard guard = new(provider);
            if (!isProcessors && !ProviderAppender.TryAppend(runtime, settings, provider, options))
                return null;
            OrtSession* session;
            fixed (byte* path = NativeText.Path(file.Path))
                api.Check(api.CreateSession(runtime.Environment, path, settings, &session), failure, remedy);
            return new OrtSessionHandle(runtime, session, provider);
        }
        finally
        {
            api.ReleaseSessionOptions(settings);
        }
    }

    /// <summary>The inputs a session declares, in the order of the graph.</summary>
    /// <exception cref="ModelException">One of them is no tensor of numbers.</exception>
    public static IReadOnlyList<TensorInfo> ReadInputs(OrtRuntime runtime, OrtSessionHandle session, ModelFile file)
        => ReadAll(runtime, session, file, "an input", runtime.Api.SessionGetInputCount, runtime.Api.SessionGetInputName, runtime.Api.SessionGetInputTypeInfo);

    /// <summary>The outputs a session declares, in the order of the graph.</summary>
    /// <exception cref="ModelException">One of them is no tensor of numbers.</exception>
    public static IReadOnlyList<TensorInfo> ReadOutputs(OrtRuntime runtime, OrtSessionHandle session, ModelFile file)
        => ReadAll(runtime, session, file, "an output", runtime.Api.SessionGetOutputCount, runtime.Api.SessionGetOutputName, runtime.Api.SessionGetOutputTypeInfo);

    private static void Configure(OrtApi api, OrtSessionOptions* settings, ModelFile file, SessionOptions options)
    {
        string failure = $"The model '{file.Name}' can't be set up";
        api.Check(api.SetIntraOpNumThreads(settings, options.Threads), failure, file.Remedy);
        api.Check(api.SetInterOpNumThreads(settings, 1), failure, file.Remedy);
        api.Check(api.SetSessionExecutionMode(settings, ExecutionMode.ORT_SEQUENTIAL), failure, file.Remedy);
        api.Check(api.SetSessionGraphOptimizationLevel(settings, GraphOptimizationLevel.ORT_ENABLE_ALL), failure, file.Remedy);
        api.Check(api.SetDeterministicCompute(settings, 1), failure, file.Remedy);
        // One block for all of a run's activations: the shapes of a model hardly ever change from run to run.
        api.Check(api.EnableMemPattern(settings), failure, file.Remedy);
        api.Check(api.EnableCpuMemArena(settings), failure, file.Remedy);
        api.Check(api.SetSessionLogSeverityLevel(settings, (int)OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR), failure, file.Remedy);
        fixed (byte* name = NativeText.Utf8(file.Name))
            api.Check(api.SetSessionLogId(settings, name), failure, file.Remedy);

        // Idle threads sleep instead of burning the cores that the host renders with.
        fixed (byte* key = "session.intra_op.allow_spinning\0"u8, off = "0\0"u8)
            api.Check(api.AddSessionConfigEntry(settings, key, off), failure, file.Remedy);
    }

    private static TensorInfo[] ReadAll(
        OrtRuntime runtime,
        OrtSessionHandle session,
        ModelFile file,
        string kind,
        delegate* unmanaged<OrtSession*, nuint*, OrtStatus*> getCount,
        delegate* unmanaged<OrtSession*, nuint, OrtAllocator*, byte**, OrtStatus*> getName,
        delegate* unmanaged<OrtSession*, nuint, OrtTypeInfo**, OrtStatus*> getTypeInfo)
    {
        string what = $"The model file '{file.Path}' has {kind} that can't be used";
        nuint count;
        runtime.Api.Check(getCount(session.Pointer, &count), what, file.Remedy);
        TensorInfo[] tensors = new TensorInfo[count];
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            runtime.Api.Check(getName(session.Pointer, i, runtime.Allocator, &name), what, file.Remedy);
            string text = TakeName(runtime, name);
            OrtTypeInfo* type;
            runtime.Api.Check(getTypeInfo(session.Pointer, i, &type), what, file.Remedy);
            tensors[i] = Read(runtime, text, type, what, file.Remedy);
        }

        return tensors;
    }

    private static string TakeName(OrtRuntime runtime, byte* name)
    {
        string text = NativeText.Read(name);
        _ = runtime.Api.TakeMessage(runtime.Api.AllocatorFree(runtime.Allocator, name));
        return text;
    }

    private static TensorInfo Read(OrtRuntime runtime, string name, OrtTypeInfo* type, string what, string remedy)
    {
        try
        {
            OrtTensorTypeAndShapeInfo* tensor;
            runtime.Api.Check(runtime.Api.CastTypeInfoToTensorInfo(type, &tensor), what, remedy);
            if (tensor is null)
                throw new ModelException($"{what} ('{name}' is no tensor); {remedy}.");

            (Tensors.TensorElement element, long[] shape) = OrtTensors.Describe(runtime.Api, tensor, what, remedy);
            return new TensorInfo(name, element, [.. shape.Select(size => size < 0 ? (long?)null : size)]);
        }
        finally
        {
            runtime.Api.ReleaseTypeInfo(type);
        }
    }
}
