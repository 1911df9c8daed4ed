using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Cuda;

/// <summary>
/// The functions of CUDA's driver that are used, found when they are first needed: a machine without it never asks for it.
/// Names, versions and types as in cuda.h of the CUDA toolkit 11.0.
/// </summary>
internal static unsafe class CudaApi
{
    /// <summary>CUDA_SUCCESS.</summary>
    public const int Success = 0;

    private static readonly string LibraryName = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";
    private static readonly Lazy<nint> Library = new(() => NativeLibrary.TryLoad(LibraryName, out nint library) ? library : 0);

    /// <summary>Whether there is a driver.</summary>
    public static bool IsThere => Library.Value != 0;

    public static int Init(uint flags) => ((delegate* unmanaged<uint, int>)Find("cuInit"))(flags);

    public static int DeviceGet(int* device, int ordinal) => ((delegate* unmanaged<int*, int, int>)Find("cuDeviceGet"))(device, ordinal);

    public static int DeviceGetName(byte* name, int length, int device) =>
        ((delegate* unmanaged<byte*, int, int, int>)Find("cuDeviceGetName"))(name, length, device);

    public static int PrimaryContextRetain(nint* context, int device) =>
        ((delegate* unmanaged<nint*, int, int>)Find("cuDevicePrimaryCtxRetain"))(context, device);

    public static int PrimaryContextRelease(int device) => ((delegate* unmanaged<int, int>)Find("cuDevicePrimaryCtxRelease_v2"))(device);

    public static int ContextGetCurrent(nint* context) => ((delegate* unmanaged<nint*, int>)Find("cuCtxGetCurrent"))(context);

    public static int ContextGetDevice(int* device) => ((delegate* unmanaged<int*, int>)Find("cuCtxGetDevice"))(device);

    public static int ContextPush(nint context) => ((delegate* unmanaged<nint, int>)Find("cuCtxPushCurrent_v2"))(context);

    public static int ContextPop(nint* context) => ((delegate* unmanaged<nint*, int>)Find("cuCtxPopCurrent_v2"))(context);

    public static int ModuleLoadData(nint* module, byte* image) =>
        ((delegate* unmanaged<nint*, byte*, int>)Find("cuModuleLoadData"))(module, image);

    public static int ModuleUnload(nint module) => ((delegate* unmanaged<nint, int>)Find("cuModuleUnload"))(module);

    public static int ModuleGetFunction(nint* function, nint module, byte* name) =>
        ((delegate* unmanaged<nint*, nint, byte*, int>)Find("cuModuleGetFunction"))(function, module, name);

    public static int MemoryAllocate(nint* address, nuint bytes) => ((delegate* unmanaged<nint*, nuint, int>)Find("cuMemAlloc_v2"))(address, bytes);

    public static int MemoryFree(nint address) => ((delegate* unmanaged<nint, int>)Find("cuMemFree_v2"))(address);

    public static int CopyToDevice(nint target, void* source, nuint bytes, nint stream) =>
        ((delegate* unmanaged<nint, void*, nuint, nint, int>)Find("cuMemcpyHtoDAsync_v2"))(target, source, bytes, stream);

    public static int CopyFromDevice(void* target, nint source, nuint bytes, nint stream) =>
        ((delegate* unmanaged<void*, nint, nuint, nint, int>)Find("cuMemcpyDtoHAsync_v2"))(target, source, bytes, stream);

    public static int CopyRows(CudaCopy* copy, nint stream) => ((delegate* unmanaged<CudaCopy*, nint, int>)Find("cuMemcpy2DAsync_v2"))(copy, stream);

    public static int FillRows(nint target, nuint rowBytes, byte value, nuint bytes, nuint rows, nint stream) =>
        ((delegate* unmanaged<nint, nuint, byte, nuint, nuint, nint, int>)Find("cuMemsetD2D8Async"))(target, rowBytes, value, bytes, rows, stream);

    public static int StreamSynchronize(nint stream) => ((delegate* unmanaged<nint, int>)Find("cuStreamSynchronize"))(stream);

    public static int Launch(nint function, uint groupsX, uint groupsY, uint groupWidth, uint groupHeight, nint stream, void** parameters) =>
        ((delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int>)Find("cuLaunchKernel"))(
            function, groupsX, groupsY, 1, groupWidth, groupHeight, 1, 0, stream, parameters, null);

    private static nint Find(string name) => Library.Value != 0
        ? NativeLibrary.GetExport(Library.Value, name)
        : throw new DeviceException("This machine has no CUDA driver; install the graphics card's driver, or render on the processor.");
}
