using FaceFusion.Host;
using FaceFusion.Host.Devices;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Device.OpenCl;

namespace FaceFusion.Cli.Plugins;

/// <summary>The machine's first graphics card, for the images of a render.</summary>
internal sealed class CardImages : IImageDevice, IDisposable
{
    private readonly KernelDevice _device;
    private readonly Dictionary<nint, DeviceMemory> _lent = [];

    private CardImages(KernelDevice device) => _device = device;

    /// <inheritdoc/>
    public DeviceApi Api => _device is CudaDevice ? DeviceApi.Cuda : DeviceApi.OpenCl;

    /// <inheritdoc/>
    public nint Order => _device is OpenClDevice device ? device.Queue : 0;

    /// <summary>Opens it.</summary>
    /// <param name="api">In whose terms.</param>
    /// <exception cref="CliException">There is none, or it refuses.</exception>
    public static CardImages Open(DeviceApi api)
    {
        try
        {
            KernelDevice? device = api == DeviceApi.Cuda ? CudaDevice.First() : OpenClDevice.First();
            return new CardImages(device ?? throw new CliException(api == DeviceApi.Cuda
                ? "This machine has no CUDA card; install the card's driver, or leave --gpu out."
                : "This machine has no OpenCL device; install the graphics card's driver, or leave --gpu out."));
        }
        catch (DeviceException failure)
        {
            throw new CliException(failure.Message, ExitCode.Failed, failure);
        }
    }

    /// <inheritdoc/>
    public nint Allocate(long bytes)
    {
        DeviceMemory memory = default;
        Guarded(bytes, count => memory = _device.Rent(count));
        _lent.Add(memory.Handle, memory);
        return memory.Handle;
    }

    /// <inheritdoc/>
    public void Release(nint memory)
    {
        if (_lent.Remove(memory, out DeviceMemory lent))
            _device.Return(lent);
    }

    /// <inheritdoc/>
    public void Upload(ReadOnlySpan<byte> source, nint memory) => Guarded(source, bytes => _device.Upload(bytes, _lent[memory]));

    /// <inheritdoc/>
    public void Download(nint memory, Span<byte> target) => Guarded(target, bytes => _device.Download(_lent[memory], bytes));

    /// <inheritdoc/>
    public void Run(Action work)
    {
        if (_device is not CudaDevice cuda)
        {
            work();
            return;
        }

        using CudaContextScope scope = new(cuda.Context);
        work();
    }

    /// <inheritdoc/>
    public void Dispose() => _device.Dispose();

    // What the card refuses is told as the host's own failures are.
    private static void Guarded<T>(T given, Action<T> work)
        where T : allows ref struct
    {
        try
        {
            work(given);
        }
        catch (DeviceException failure)
        {
            throw new HostException(failure.Message, failure);
        }
    }
}
