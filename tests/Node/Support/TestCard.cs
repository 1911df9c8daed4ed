using FaceFusion.Host.Devices;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;

namespace FaceFusion.Node.Tests.Support;

/// <summary>A card that a test's host has its images on.</summary>
/// <param name="device">The card.</param>
/// <param name="stream">CUDA's stream that the host names; 0 for none.</param>
internal sealed class TestCard(KernelDevice device, nint stream = 0) : IImageDevice, IDisposable
{
    private readonly Dictionary<nint, DeviceMemory> _lent = [];

    public DeviceApi Api => device is CudaDevice ? DeviceApi.Cuda : DeviceApi.OpenCl;

    public nint Order => device is OpenClDevice card ? card.Queue : stream;

    /// <summary>How many images are lent at the moment.</summary>
    public int Lent => _lent.Count;

    public nint Allocate(long bytes)
    {
        DeviceMemory memory = device.Rent(bytes);
        _lent.Add(memory.Handle, memory);
        return memory.Handle;
    }

    public void Release(nint memory)
    {
        _lent.Remove(memory, out DeviceMemory lent);
        device.Return(lent);
    }

    public void Upload(ReadOnlySpan<byte> source, nint memory) => device.Upload(source, _lent[memory]);

    public void Download(nint memory, Span<byte> target) => device.Download(_lent[memory], target);

    public void Run(Action work)
    {
        if (device is not CudaDevice cuda)
        {
            work();
            return;
        }

        using CudaContextScope scope = new(cuda.Context);
        work();
    }

    public void Dispose() => device.Dispose();
}
