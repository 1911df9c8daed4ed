using TensorElement = FaceFusion.Inference.Tensors.TensorElement;

namespace FaceFusion.Inference.Native;

/// <summary>
/// The functions of <c>OrtApi</c> (onnxruntime_c_api.h) that this room calls, by their slot in the native table. The
/// table only ever grows at its end, so a slot is good for every runtime of at least <see cref="Version"/>.
/// Functions that return <c>OrtStatus*</c> return null for success.
/// </summary>
/// <param name="table">The table <c>OrtApiBase.GetApi(Version)</c> returned.</param>
internal readonly unsafe struct OrtApi(void** table)
{
    /// <summary>
    /// The API version asked for: the oldest that holds every function below (<c>SetDeterministicCompute</c> came with
    /// ONNX Runtime 1.17), so that any later build drops in.
    /// </summary>
    public const uint Version = 17;

    public delegate* unmanaged<OrtStatus*, byte*> GetErrorMessage => (delegate* unmanaged<OrtStatus*, byte*>)table[2];

    public delegate* unmanaged<delegate* unmanaged<void*, OrtLoggingLevel, byte*, byte*, byte*, byte*, void>, void*, OrtLoggingLevel, byte*, OrtEnv**, OrtStatus*> CreateEnvWithCustomLogger
        => (delegate* unmanaged<delegate* unmanaged<void*, OrtLoggingLevel, byte*, byte*, byte*, byte*, void>, void*, OrtLoggingLevel, byte*, OrtEnv**, OrtStatus*>)table[4];

    public delegate* unmanaged<OrtEnv*, OrtStatus*> DisableTelemetryEvents => (delegate* unmanaged<OrtEnv*, OrtStatus*>)table[6];

    /// <summary>The path is UTF-16 on Windows and UTF-8 elsewhere.</summary>
    public delegate* unmanaged<OrtEnv*, void*, OrtSessionOptions*, OrtSession**, OrtStatus*> CreateSession
        => (delegate* unmanaged<OrtEnv*, void*, OrtSessionOptions*, OrtSession**, OrtStatus*>)table[7];

    public delegate* unmanaged<OrtSession*, OrtRunOptions*, byte**, OrtValue**, nuint, byte**, nuint, OrtValue**, OrtStatus*> Run
        => (delegate* unmanaged<OrtSession*, OrtRunOptions*, byte**, OrtValue**, nuint, byte**, nuint, OrtValue**, OrtStatus*>)table[9];

    public delegate* unmanaged<OrtSessionOptions**, OrtStatus*> CreateSessionOptions
        => (delegate* unmanaged<OrtSessionOptions**, OrtStatus*>)table[10];

    public delegate* unmanaged<OrtSessionOptions*, ExecutionMode, OrtStatus*> SetSessionExecutionMode
        => (delegate* unmanaged<OrtSessionOptions*, ExecutionMode, OrtStatus*>)table[13];

    public delegate* unmanaged<OrtSessionOptions*, OrtStatus*> EnableMemPattern
        => (delegate* unmanaged<OrtSessionOptions*, OrtStatus*>)table[16];

    public delegate* unmanaged<OrtSessionOptions*, OrtStatus*> EnableCpuMemArena
        => (delegate* unmanaged<OrtSessionOptions*, OrtStatus*>)table[18];

    public delegate* unmanaged<OrtSessionOptions*, byte*, OrtStatus*> SetSessionLogId
        => (delegate* unmanaged<OrtSessionOptions*, byte*, OrtStatus*>)table[20];

    public delegate* unmanaged<OrtSessionOptions*, int, OrtStatus*> SetSessionLogSeverityLevel
        => (delegate* unmanaged<OrtSessionOptions*, int, OrtStatus*>)table[22];

    public delegate* unmanaged<OrtSessionOptions*, GraphOptimizationLevel, OrtStatus*> SetSessionGraphOptimizationLevel
        => (delegate* unmanaged<OrtSessionOptions*, GraphOptimizationLevel, OrtStatus*>)table[23];

    public delegate* unmanaged<OrtSessionOptions*, int, OrtStatus*> SetIntraOpNumThreads
        => (delegate* unmanaged<OrtSessionOptions*, int, OrtStatus*>)table[24];

    public delegate* unmanaged<OrtSessionOptions*, int, OrtStatus*> SetInterOpNumThreads
        => (delegate* unmanaged<OrtSessionOptions*, int, OrtStatus*>)table[25];

    public delegate* unmanaged<OrtSession*, nuint*, OrtStatus*> SessionGetInputCount
        => (delegate* unmanaged<OrtSession*, nuint*, OrtStatus*>)table[30];

    public delegate* unmanaged<OrtSession*, nuint*, OrtStatus*> SessionGetOutputCount
        => (delegate* unmanaged<OrtSession*, nuint*, OrtStatus*>)table[31];

    public delegate* unmanaged<OrtSession*, nuint, OrtTypeInfo**, OrtStatus*> SessionGetInputTypeInfo
        => (delegate* unmanaged<OrtSession*, nuint, OrtTypeInfo**, OrtStatus*>)table[33];

    public delegate* unmanaged<OrtSession*, nuint, OrtTypeInfo**, OrtStatus*> SessionGetOutputTypeInfo
        => (delegate* unmanaged<OrtSession*, nuint, OrtTypeInfo**, OrtStatus*>)table[34];

    /// <summary>The name is the caller's to free with the same allocator.</summary>
    public delegate* unmanaged<OrtSession*, nuint, OrtAllocator*, byte**, OrtStatus*> SessionGetInputName
        => (delegate* unmanaged<OrtSession*, nuint, OrtAllocator*, byte**, OrtStatus*>)table[36];

    /// <summary>The name is the caller's to free with the same allocator.</summary>
    public delegate* unmanaged<OrtSession*, nuint, OrtAllocator*, byte**, OrtStatus*> SessionGetOutputName
        => (delegate* unmanaged<OrtSession*, nuint, OrtAllocator*, byte**, OrtStatus*>)table[37];

    /// <summary>The value borrows the memory: it must outlive the value.</summary>
    public delegate* unmanaged<OrtMemoryInfo*, void*, nuint, long*, nuint, TensorElement, OrtValue**, OrtStatus*> CreateTensorWithDataAsOrtValue
        => (delegate* unmanaged<OrtMemoryInfo*, void*, nuint, long*, nuint, TensorElement, OrtValue**, OrtStatus*>)table[49];

    public delegate* unmanaged<OrtValue*, void**, OrtStatus*> GetTensorMutableData
        => (delegate* unmanaged<OrtValue*, void**, OrtStatus*>)table[51];

    /// <summary>The result is a part of the type info: never released; null when the type is no tensor.</summary>
    public delegate* unmanaged<OrtTypeInfo*, OrtTensorTypeAndShapeInfo**, OrtStatus*> CastTypeInfoToTensorInfo
        => (delegate* unmanaged<OrtTypeInfo*, OrtTensorTypeAndShapeInfo**, OrtStatus*>)table[55];

    public delegate* unmanaged<OrtTensorTypeAndShapeInfo*, TensorElement*, OrtStatus*> GetTensorElementType
        => (delegate* unmanaged<OrtTensorTypeAndShapeInfo*, TensorElement*, OrtStatus*>)table[60];

    public delegate* unmanaged<OrtTensorTypeAndShapeInfo*, nuint*, OrtStatus*> GetDimensionsCount
        => (delegate* unmanaged<OrtTensorTypeAndShapeInfo*, nuint*, OrtStatus*>)table[61];

    /// <summary>A dimension that is not fixed reads as −1.</summary>
    public delegate* unmanaged<OrtTensorTypeAndShapeInfo*, long*, nuint, OrtStatus*> GetDimensions
        => (delegate* unmanaged<OrtTensorTypeAndShapeInfo*, long*, nuint, OrtStatus*>)table[62];

    public delegate* unmanaged<OrtValue*, OrtTensorTypeAndShapeInfo**, OrtStatus*> GetTensorTypeAndShape
        => (delegate* unmanaged<OrtValue*, OrtTensorTypeAndShapeInfo**, OrtStatus*>)table[65];

    public delegate* unmanaged<OrtValue*, ONNXType*, OrtStatus*> GetValueType
        => (delegate* unmanaged<OrtValue*, ONNXType*, OrtStatus*>)table[67];

    /// <summary>Describes memory by a provider's name of it.</summary>
    public delegate* unmanaged<byte*, OrtAllocatorType, int, OrtMemType, OrtMemoryInfo**, OrtStatus*> CreateMemoryInfo
        => (delegate* unmanaged<byte*, OrtAllocatorType, int, OrtMemType, OrtMemoryInfo**, OrtStatus*>)table[68];

    public delegate* unmanaged<OrtAllocatorType, OrtMemType, OrtMemoryInfo**, OrtStatus*> CreateCpuMemoryInfo
        => (delegate* unmanaged<OrtAllocatorType, OrtMemType, OrtMemoryInfo**, OrtStatus*>)table[69];

    public delegate* unmanaged<OrtAllocator*, nuint, void**, OrtStatus*> AllocatorAlloc
        => (delegate* unmanaged<OrtAllocator*, nuint, void**, OrtStatus*>)table[75];

    public delegate* unmanaged<OrtAllocator*, void*, OrtStatus*> AllocatorFree
        => (delegate* unmanaged<OrtAllocator*, void*, OrtStatus*>)table[76];

    /// <summary>The allocator is the library's own: never released.</summary>
    public delegate* unmanaged<OrtAllocator**, OrtStatus*> GetAllocatorWithDefaultOptions
        => (delegate* unmanaged<OrtAllocator**, OrtStatus*>)table[78];

    public delegate* unmanaged<OrtStatus*, void> ReleaseStatus => (delegate* unmanaged<OrtStatus*, void>)table[93];

    public delegate* unmanaged<OrtMemoryInfo*, void> ReleaseMemoryInfo => (delegate* unmanaged<OrtMemoryInfo*, void>)table[94];

    public delegate* unmanaged<OrtSession*, void> ReleaseSession => (delegate* unmanaged<OrtSession*, void>)table[95];

    public delegate* unmanaged<OrtValue*, void> ReleaseValue => (delegate* unmanaged<OrtValue*, void>)table[96];

    public delegate* unmanaged<OrtTypeInfo*, void> ReleaseTypeInfo => (delegate* unmanaged<OrtTypeInfo*, void>)table[98];

    public delegate* unmanaged<OrtTensorTypeAndShapeInfo*, void> ReleaseTensorTypeAndShapeInfo
        => (delegate* unmanaged<OrtTensorTypeAndShapeInfo*, void>)table[99];

    public delegate* unmanaged<OrtSessionOptions*, void> ReleaseSessionOptions
        => (delegate* unmanaged<OrtSessionOptions*, void>)table[100];

    /// <summary>The names are given back with <see cref="ReleaseAvailableProviders"/>.</summary>
    public delegate* unmanaged<byte***, int*, OrtStatus*> GetAvailableProviders => (delegate* unmanaged<byte***, int*, OrtStatus*>)table[125];

    public delegate* unmanaged<byte**, int, OrtStatus*> ReleaseAvailableProviders => (delegate* unmanaged<byte**, int, OrtStatus*>)table[126];

    public delegate* unmanaged<OrtSessionOptions*, byte*, byte*, OrtStatus*> AddSessionConfigEntry
        => (delegate* unmanaged<OrtSessionOptions*, byte*, byte*, OrtStatus*>)table[130];

    /// <summary>The session's own allocator of that memory: good for as long as the session. Fails where it has none.</summary>
    public delegate* unmanaged<OrtSession*, OrtMemoryInfo*, OrtAllocator**, OrtStatus*> CreateAllocator
        => (delegate* unmanaged<OrtSession*, OrtMemoryInfo*, OrtAllocator**, OrtStatus*>)table[131];

    public delegate* unmanaged<OrtAllocator*, void> ReleaseAllocator => (delegate* unmanaged<OrtAllocator*, void>)table[132];

    public delegate* unmanaged<OrtSessionOptions*, OrtProviderOptions*, OrtStatus*> AppendTensorRt
        => (delegate* unmanaged<OrtSessionOptions*, OrtProviderOptions*, OrtStatus*>)table[170];

    public delegate* unmanaged<OrtProviderOptions**, OrtStatus*> CreateTensorRtOptions => (delegate* unmanaged<OrtProviderOptions**, OrtStatus*>)table[171];

    public delegate* unmanaged<OrtProviderOptions*, byte**, byte**, nuint, OrtStatus*> UpdateTensorRtOptions
        => (delegate* unmanaged<OrtProviderOptions*, byte**, byte**, nuint, OrtStatus*>)table[172];

    public delegate* unmanaged<OrtProviderOptions*, void> ReleaseTensorRtOptions => (delegate* unmanaged<OrtProviderOptions*, void>)table[174];

    public delegate* unmanaged<OrtSessionOptions*, OrtProviderOptions*, OrtStatus*> AppendCuda
        => (delegate* unmanaged<OrtSessionOptions*, OrtProviderOptions*, OrtStatus*>)table[204];

    public delegate* unmanaged<OrtProviderOptions**, OrtStatus*> CreateCudaOptions => (delegate* unmanaged<OrtProviderOptions**, OrtStatus*>)table[205];

    public delegate* unmanaged<OrtProviderOptions*, byte**, byte**, nuint, OrtStatus*> UpdateCudaOptions
        => (delegate* unmanaged<OrtProviderOptions*, byte**, byte**, nuint, OrtStatus*>)table[206];

    public delegate* unmanaged<OrtProviderOptions*, void> ReleaseCudaOptions => (delegate* unmanaged<OrtProviderOptions*, void>)table[208];

    /// <summary>Providers without options of their own, by a short name, with keys and values.</summary>
    public delegate* unmanaged<OrtSessionOptions*, byte*, byte**, byte**, nuint, OrtStatus*> AppendExecutionProvider
        => (delegate* unmanaged<OrtSessionOptions*, byte*, byte**, byte**, nuint, OrtStatus*>)table[216];

    public delegate* unmanaged<OrtSessionOptions*, byte, OrtStatus*> SetDeterministicCompute
        => (delegate* unmanaged<OrtSessionOptions*, byte, OrtStatus*>)table[273];

    /// <summary>A status's text, or null for success; releases the status.</summary>
    public string? TakeMessage(OrtStatus* status)
    {
        if (status is null)
            return null;

        string message = NativeText.Read(GetErrorMessage(status));
        ReleaseStatus(status);
        return NativeText.OneLine(message);
    }

    /// <summary>Throws a <see cref="ModelException"/> with the native text when a call failed; releases the status.</summary>
    /// <param name="status">What the call returned.</param>
    /// <param name="what">The sentence's beginning: what could not be done.</param>
    /// <param name="remedy">The sentence's end: what to do about it.</param>
    public void Check(OrtStatus* status, string what, string remedy)
    {
        if (TakeMessage(status) is { } message)
            throw new ModelException($"{what} ({message}); {remedy}.");
    }
}
