using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Native;

/// <summary>Makes native sessions and reads what they declare.</summary>
internal static unsafe class SessionLoader
{
    /// <summary>Loads a model file, after making sure that its content is still the one it was known by.</summary>
    /// <param name="runtime">The runtime.</param>
    /// <param name="file">The model's file.</param>
    /// <param name="options">How to run it.</param>
    /// <exception cref="ModelException">The file is missing, has changed or is no model that the runtime can run.</exception>
    public static OrtSessionHandle Open(OrtRuntime runtime, ModelFile file, SessionOptions options)
    {
        file.CheckUnchanged();
        List<string> reasons = [];
        foreach (ExecutionProvider provider in ProviderChain.Of(runtime.Providers, options.Provider))
        {
            try
            {
                return Told(Open(runtime, file, options, provider), file, reasons);
            }
            catch (ModelException failure)
            {
                reasons.Add(failure.Message);
            }
        }

        return Told(Open(runtime, file, options, ExecutionProvider.Cpu), file, reasons);
    }

    private static OrtSessionHandle Told(OrtSessionHandle session, ModelFile file, List<string> reasons)
    {
        if (reasons.Count > 0)
            ProviderNotes.Tell(file.Name, session.Provider, reasons);
        return session;
    }

    private static OrtSessionHandle Open(OrtRuntime runtime, ModelFile file, SessionOptions options, ExecutionProvider provider)
    {
        OrtApi api = runtime.Api;
        string failure = $"The model file '{file.Path}' can't be loaded";
        OrtSessionOptions* settings;
        api.Check(api.CreateSessionOptions(&settings), failure, file.Remedy);
        try
        {
            Configure(api, settings, file, options);
            if (provider != ExecutionProvider.Cpu)
                ProviderAppender.Append(runtime, settings, provider, options, file);
            OrtSession* session;
            fixed (byte* path = NativeText.Path(file.Path))
                api.Check(api.CreateSession(runtime.Environment, path, settings, &session), failure, file.Remedy);
            return new OrtSessionHandle(api, session, provider);
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
