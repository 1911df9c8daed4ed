using System.Runtime.InteropServices;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Native;

/// <summary>
/// Gives a thread the CUDA context back that it had: NVIDIA's providers make their card's own one current wherever they are
/// called, and leave it so, while the thread's may be a host's. Around every call of ONNX Runtime that reaches such a provider.
/// </summary>
internal readonly unsafe ref struct CudaContextGuard
{
    // Of cuda.h: cuCtxGetCurrent and cuCtxSetCurrent; none where there is no driver.
    private static readonly Lazy<(nint Get, nint Set)> Driver = new(Find);

    private readonly nint _context;
    private readonly bool _isKept;

    /// <summary>Begins.</summary>
    /// <param name="provider">What is about to be called.</param>
    public CudaContextGuard(ExecutionProvider provider)
    {
        _isKept = ExecutionProviders.IsOnCuda(provider) && Driver.Value.Get != 0;
        _context = _isKept ? Current() : 0;
    }

    /// <summary>Ends.</summary>
    public void Dispose()
    {
        if (_isKept && Current() != _context)
            _ = ((delegate* unmanaged<nint, int>)Driver.Value.Set)(_context);
    }

    // None where the driver hasn't been started: the provider will start it.
    private static nint Current()
    {
        nint context;
        return ((delegate* unmanaged<nint*, int>)Driver.Value.Get)(&context) == 0 ? context : 0;
    }

    private static (nint Get, nint Set) Find() =>
        NativeLibrary.TryLoad(OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1", out nint library)
        && NativeLibrary.TryGetExport(library, "cuCtxGetCurrent", out nint get) && NativeLibrary.TryGetExport(library, "cuCtxSetCurrent", out nint set)
            ? (get, set)
            : default;
}
