using System.Runtime.InteropServices;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;

namespace FaceFusion.Kernels.Tests.Device;

/// <summary>What a host's call makes of CUDA, in a process of its own whose driver is a fake one: tells what went wrong and which context is current at the end.</summary>
internal static unsafe class CudaRound
{
    /// <summary>A host's context and stream, and a context that some library leaves behind.</summary>
    public const nint HostContext = 77, HostStream = 42, LibraryContext = 99;

    /// <summary>Another stream of the host's.</summary>
    public const nint OtherStream = 43;

    private const int Width = 40, Height = 30;

    /// <summary>A host pushes its context; a blur runs in its stream; something else has its way with contexts.</summary>
    public static string Run()
    {
        Push(HostContext);
        string outcome = "done";
        try
        {
            using CudaDevice device = CudaDevice.OfCurrentContext();
            device.Stream = HostStream;
            DeviceMemory source = device.Rent(Width * Height * 16), target = device.Rent(Width * Height * 16);
            device.Upload(new byte[Width * Height * 16], source);
            DeviceFilters.Blur(device, source, Width, Height, 1.5f, target);
            DeviceFilters.Blur(device, target, Width, Height, 1.5f, source);
            device.Download(source, new byte[Width * Height * 16]);
            device.Return(source);
            device.Return(target);
            using (new CudaContextScope(device.Context))
                Push(LibraryContext);
        }
        catch (DeviceException exception)
        {
            outcome = $"{exception.GetType().Name}: {exception.Message}";
        }

        return $"{outcome}\n{CudaDevice.CurrentContext}";
    }

    /// <summary>A host renders in two streams of one context, of which the first ends first.</summary>
    public static string RunInTwoStreams()
    {
        Push(HostContext);
        CudaDevice first = CudaDevice.OfCurrentContext(), second = CudaDevice.OfCurrentContext();
        (first.Stream, second.Stream) = (HostStream, OtherStream);
        Blur(first);
        Blur(second);
        first.Dispose();
        Blur(second);
        second.Dispose();
        return $"done\n{CudaDevice.CurrentContext}";

        static void Blur(CudaDevice device)
        {
            DeviceMemory source = device.Rent(Width * Height * 16), target = device.Rent(Width * Height * 16);
            DeviceFilters.Blur(device, source, Width, Height, 1.5f, target);
            device.Return(source);
            device.Return(target);
        }
    }

    private static void Push(nint context)
    {
        nint library = NativeLibrary.Load("libcuda.so.1");
        _ = ((delegate* unmanaged<nint, int>)NativeLibrary.GetExport(library, "cuCtxPushCurrent_v2"))(context);
    }
}
