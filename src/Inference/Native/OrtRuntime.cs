using System.Runtime.InteropServices;

namespace FaceFusion.Inference.Native;

/// <summary>
/// A loaded ONNX Runtime: its function table and the one environment of the process. Nothing in it is ever released: the
/// library stays for the life of the process, and its sessions' threads with it.
/// </summary>
internal sealed unsafe class OrtRuntime
{
    private OrtRuntime(string path, OrtApi api, string version, OrtEnv* environment, OrtAllocator* allocator, OrtMemoryInfo* cpuMemory, IReadOnlyList<string> providers)
    {
        Providers = providers;
        Path = path;
        Api = api;
        Version = version;
        Environment = environment;
        Allocator = allocator;
        CpuMemory = cpuMemory;
    }

    /// <summary>The full path of the library.</summary>
    public string Path { get; }

    public OrtApi Api { get; }

    /// <summary>The library's version, such as "1.30.0".</summary>
    public string Version { get; }

    /// <summary>The names of the execution providers that the library was built with.</summary>
    public IReadOnlyList<string> Providers { get; }

    public OrtEnv* Environment { get; }

    /// <summary>The allocator that names come from.</summary>
    public OrtAllocator* Allocator { get; }

    /// <summary>Describes plain memory of this process.</summary>
    public OrtMemoryInfo* CpuMemory { get; }

    /// <summary>Loads a library and makes the environment.</summary>
    /// <param name="path">The library's full path.</param>
    /// <exception cref="ModelException">It is no ONNX Runtime of this machine's kind, is too old or doesn't start.</exception>
    public static OrtRuntime Open(string path)
    {
        // A library found to be of no use stays mapped: unloading a C++ library of that size is the greater risk.
        nint library = LoadLibrary(path);
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint export))
            throw new ModelException($"The library '{path}' is not ONNX Runtime; set {OnnxRuntime.LibraryVariable} to one that is.");

        OrtApiBase* root = ((delegate* unmanaged<OrtApiBase*>)export)();
        string version = NativeText.Read(root->GetVersionString());
        void** table = root->GetApi(OrtApi.Version);
        if (table is null)
            throw new ModelException($"The ONNX Runtime library '{path}' is version {version}, but 1.{OrtApi.Version} or later is needed; set {OnnxRuntime.LibraryVariable} to a newer one.");

        OrtApi api = new(table);
        string failure = $"ONNX Runtime {version} of '{path}' did not start";
        string remedy = $"set {OnnxRuntime.LibraryVariable} to another build";
        OrtEnv* environment;
        fixed (byte* name = "facefusion\0"u8)
        {
            api.Check(api.CreateEnvWithCustomLogger(&DiscardMessage, null, OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, name, &environment), failure, remedy);
        }

        api.Check(api.DisableTelemetryEvents(environment), failure, remedy);
        OrtAllocator* allocator;
        api.Check(api.GetAllocatorWithDefaultOptions(&allocator), failure, remedy);
        OrtMemoryInfo* memory;
        api.Check(api.CreateCpuMemoryInfo(OrtAllocatorType.OrtDeviceAllocator, OrtMemType.OrtMemTypeDefault, &memory), failure, remedy);
        return new OrtRuntime(path, api, version, environment, allocator, memory, ReadProviders(api, failure, remedy));
    }

    private static string[] ReadProviders(OrtApi api, string failure, string remedy)
    {
        byte** names;
        int count;
        api.Check(api.GetAvailableProviders(&names, &count), failure, remedy);
        string[] providers = new string[count];
        for (int i = 0; i < count; i++)
            providers[i] = NativeText.Read(names[i]);
        _ = api.TakeMessage(api.ReleaseAvailableProviders(names, count));
        return providers;
    }

    private static nint LoadLibrary(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            throw new ModelException(
                $"The ONNX Runtime library '{path}' can't be loaded ({NativeText.OneLine(failure.Message)}); set {OnnxRuntime.LibraryVariable} to one built for this system.",
                failure);
        }
    }

    /// <summary>
    /// Takes ONNX Runtime's log in place of its own logger, which writes to the host's standard error. Whatever fails
    /// says so in the call's status as well, and that text reaches the exception's message.
    /// </summary>
    [UnmanagedCallersOnly]
    private static void DiscardMessage(void* parameter, OrtLoggingLevel severity, byte* category, byte* logId, byte* location, byte* message)
    {
    }
}
