using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.OpenCl;

/// <summary>
/// The functions of OpenCL's loader that are used, found when they are first needed: a machine without OpenCL never asks for
/// it. Names and types as in CL/cl.h of the Khronos OpenCL 1.2 headers.
/// </summary>
internal static unsafe class OpenClApi
{
    /// <summary>CL_SUCCESS.</summary>
    public const int Success = 0;

    private static readonly string[] LibraryNames = OperatingSystem.IsWindows() ? ["OpenCL.dll"] : ["libOpenCL.so.1", "libOpenCL.so"];
    private static readonly Lazy<nint> Library = new(Load);

    /// <summary>Whether there is a loader.</summary>
    public static bool IsThere => Library.Value != 0;

    public static int GetPlatformIDs(uint count, nint* platforms, uint* found) =>
        ((delegate* unmanaged<uint, nint*, uint*, int>)Find("clGetPlatformIDs"))(count, platforms, found);

    public static int GetDeviceIDs(nint platform, ulong type, uint count, nint* devices, uint* found) =>
        ((delegate* unmanaged<nint, ulong, uint, nint*, uint*, int>)Find("clGetDeviceIDs"))(platform, type, count, devices, found);

    public static int GetDeviceInfo(nint device, uint name, nuint size, void* value, nuint* used) =>
        ((delegate* unmanaged<nint, uint, nuint, void*, nuint*, int>)Find("clGetDeviceInfo"))(device, name, size, value, used);

    public static int GetCommandQueueInfo(nint queue, uint name, nuint size, void* value, nuint* used) =>
        ((delegate* unmanaged<nint, uint, nuint, void*, nuint*, int>)Find("clGetCommandQueueInfo"))(queue, name, size, value, used);

    public static nint CreateContext(nint* properties, uint count, nint* devices, int* error) =>
        ((delegate* unmanaged<nint*, uint, nint*, nint, nint, int*, nint>)Find("clCreateContext"))(properties, count, devices, 0, 0, error);

    public static nint CreateCommandQueue(nint context, nint device, ulong properties, int* error) =>
        ((delegate* unmanaged<nint, nint, ulong, int*, nint>)Find("clCreateCommandQueue"))(context, device, properties, error);

    public static nint CreateBuffer(nint context, ulong flags, nuint size, void* host, int* error) =>
        ((delegate* unmanaged<nint, ulong, nuint, void*, int*, nint>)Find("clCreateBuffer"))(context, flags, size, host, error);

    public static nint CreateProgramWithSource(nint context, uint count, byte** texts, nuint* lengths, int* error) =>
        ((delegate* unmanaged<nint, uint, byte**, nuint*, int*, nint>)Find("clCreateProgramWithSource"))(context, count, texts, lengths, error);

    public static int BuildProgram(nint program, uint count, nint* devices, byte* options) =>
        ((delegate* unmanaged<nint, uint, nint*, byte*, nint, nint, int>)Find("clBuildProgram"))(program, count, devices, options, 0, 0);

    public static int GetProgramBuildInfo(nint program, nint device, uint name, nuint size, void* value, nuint* used) =>
        ((delegate* unmanaged<nint, nint, uint, nuint, void*, nuint*, int>)Find("clGetProgramBuildInfo"))(program, device, name, size, value, used);

    public static nint CreateKernel(nint program, byte* name, int* error) =>
        ((delegate* unmanaged<nint, byte*, int*, nint>)Find("clCreateKernel"))(program, name, error);

    public static int SetKernelArg(nint kernel, uint index, nuint size, void* value) =>
        ((delegate* unmanaged<nint, uint, nuint, void*, int>)Find("clSetKernelArg"))(kernel, index, size, value);

    public static int EnqueueNDRangeKernel(nint queue, nint kernel, uint dimensions, nuint* global, nuint* local) =>
        ((delegate* unmanaged<nint, nint, uint, nuint*, nuint*, nuint*, uint, nint*, nint*, int>)Find("clEnqueueNDRangeKernel"))(
            queue, kernel, dimensions, null, global, local, 0, null, null);

    public static int EnqueueWriteBuffer(nint queue, nint buffer, uint blocking, nuint offset, nuint size, void* source) =>
        ((delegate* unmanaged<nint, nint, uint, nuint, nuint, void*, uint, nint*, nint*, int>)Find("clEnqueueWriteBuffer"))(
            queue, buffer, blocking, offset, size, source, 0, null, null);

    public static int EnqueueReadBuffer(nint queue, nint buffer, uint blocking, nuint offset, nuint size, void* target) =>
        ((delegate* unmanaged<nint, nint, uint, nuint, nuint, void*, uint, nint*, nint*, int>)Find("clEnqueueReadBuffer"))(
            queue, buffer, blocking, offset, size, target, 0, null, null);

    public static int EnqueueWriteBufferRect(
        nint queue, nint buffer, uint blocking, nuint* bufferOrigin, nuint* sourceOrigin, nuint* region, nuint bufferRow, nuint sourceRow, void* source) =>
        ((delegate* unmanaged<nint, nint, uint, nuint*, nuint*, nuint*, nuint, nuint, nuint, nuint, void*, uint, nint*, nint*, int>)Find("clEnqueueWriteBufferRect"))(
            queue, buffer, blocking, bufferOrigin, sourceOrigin, region, bufferRow, 0, sourceRow, 0, source, 0, null, null);

    public static int EnqueueReadBufferRect(
        nint queue, nint buffer, uint blocking, nuint* bufferOrigin, nuint* targetOrigin, nuint* region, nuint bufferRow, nuint targetRow, void* target) =>
        ((delegate* unmanaged<nint, nint, uint, nuint*, nuint*, nuint*, nuint, nuint, nuint, nuint, void*, uint, nint*, nint*, int>)Find("clEnqueueReadBufferRect"))(
            queue, buffer, blocking, bufferOrigin, targetOrigin, region, bufferRow, 0, targetRow, 0, target, 0, null, null);

    public static int EnqueueCopyBufferRect(
        nint queue, nint source, nint target, nuint* sourceOrigin, nuint* targetOrigin, nuint* region, nuint sourceRow, nuint targetRow) =>
        ((delegate* unmanaged<nint, nint, nint, nuint*, nuint*, nuint*, nuint, nuint, nuint, nuint, uint, nint*, nint*, int>)Find("clEnqueueCopyBufferRect"))(
            queue, source, target, sourceOrigin, targetOrigin, region, sourceRow, 0, targetRow, 0, 0, null, null);

    public static int EnqueueFillBuffer(nint queue, nint buffer, void* pattern, nuint patternBytes, nuint offset, nuint size) =>
        ((delegate* unmanaged<nint, nint, void*, nuint, nuint, nuint, uint, nint*, nint*, int>)Find("clEnqueueFillBuffer"))(
            queue, buffer, pattern, patternBytes, offset, size, 0, null, null);

    public static int Finish(nint queue) => Call("clFinish", queue);

    public static int RetainCommandQueue(nint queue) => Call("clRetainCommandQueue", queue);

    public static int ReleaseCommandQueue(nint queue) => Call("clReleaseCommandQueue", queue);

    public static int RetainContext(nint context) => Call("clRetainContext", context);

    public static int ReleaseContext(nint context) => Call("clReleaseContext", context);

    public static int ReleaseMemObject(nint memory) => Call("clReleaseMemObject", memory);

    public static int ReleaseKernel(nint kernel) => Call("clReleaseKernel", kernel);

    public static int ReleaseProgram(nint program) => Call("clReleaseProgram", program);

    private static int Call(string name, nint handle) => ((delegate* unmanaged<nint, int>)Find(name))(handle);

    private static nint Find(string name) => Library.Value != 0
        ? NativeLibrary.GetExport(Library.Value, name)
        : throw new DeviceException("This machine has no OpenCL loader; install the graphics card's driver, or render on the processor.");

    private static nint Load()
    {
        foreach (string name in LibraryNames)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
                return library;
        }

        return 0;
    }
}
