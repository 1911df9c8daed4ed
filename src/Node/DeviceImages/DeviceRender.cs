using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;

namespace FaceFusion.Node.DeviceImages;

/// <summary>
/// A render whose images lie in a graphics card's memory. The frame stays there: what the engine reads of it comes over, the
/// rectangles that faces change go back. A failure is a status by which hosts render on the processor instead.
/// </summary>
internal sealed class DeviceRender : IDisposable
{
    private readonly DeviceKey _key;
    private readonly List<DeviceMirror> _mirrors = [];
    private KernelDevice? _device;

    private DeviceRender(DeviceKey key)
    {
        _key = key;
        _device = DevicePool.Rent(key);
    }

    private KernelDevice Device => _device ?? throw new ObjectDisposedException(nameof(DeviceRender));

    /// <summary>What the host says of this render; null where its images are the processor's. On the host's thread.</summary>
    /// <param name="arguments">What the host asks for.</param>
    /// <exception cref="OfxException">The host hands over no context or queue, or the card refuses.</exception>
    public static DeviceRender? Of(in RenderArguments arguments)
    {
        PropertySet told = arguments.Properties;
        bool isCuda = told.GetBool(OfxGpuProps.kOfxImageEffectPropCudaEnabled, false);
        if (!isCuda && !told.GetBool(OfxGpuProps.kOfxImageEffectPropOpenCLEnabled, false))
            return null;
        try
        {
            return new DeviceRender(isCuda
                ? new DeviceKey(true, CudaDevice.CurrentContext, Pointer(told, OfxGpuProps.kOfxImageEffectPropCudaStream))
                : new DeviceKey(false, 0, Queue(told)));
        }
        catch (DeviceException failure)
        {
            throw Told(failure);
        }
    }

    /// <summary>What a card's failure is to a host.</summary>
    /// <param name="failure">The failure.</param>
    public static OfxException Told(DeviceException failure) => new(
        failure is DeviceMemoryException ? OfxStatus.kOfxStatGPUOutOfMemory : OfxStatus.kOfxStatGPURenderFailed, failure.Message);

    /// <summary>An image of the host's as the engine reads it, part by part.</summary>
    /// <param name="raster">The image as it lies in the card's memory.</param>
    /// <param name="image">The host's words.</param>
    public RasterImage Mirror(in RasterImage raster, Image image)
    {
        DeviceMirror mirror = new(Device, Place(image, raster));
        _mirrors.Add(mirror);
        return raster with { View = mirror.View, Mirror = mirror };
    }

    /// <summary>Ends a render that went well: everything is done, or, with a stream or queue of the host's, will be in its order.</summary>
    public void Finish()
    {
        if (_key.Order == 0)
            Device.Finish();
        DevicePool.Return(_key, Device);
        _device = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (DeviceMirror mirror in _mirrors)
            mirror.Dispose();
        _mirrors.Clear();

        // It isn't known what a render left behind that failed.
        if (_device is { } failed)
            DevicePool.Fail(_key, failed);
        _device = null;
    }

    private static nint Queue(PropertySet told) => Pointer(told, OfxGpuProps.kOfxImageEffectPropOpenCLCommandQueue) is not 0 and var queue
        ? queue
        : throw new DeviceException("The host hands over OpenCL pixels but no command queue; render on the processor.");

    private static unsafe nint Pointer(PropertySet told, string name) => (nint)told.GetPointer(name);

    // CUDA's address is the lower left pixel's. An OpenCL buffer can't be pointed into: the lowest row in memory is its first.
    private unsafe DeviceImage Place(Image image, in RasterImage raster)
    {
        long below = (image.Height - 1) * (long)image.RowBytes;
        long bytes = Math.Abs(below) + ((long)image.Width * image.PixelBytes);
        nint first = _key.IsCuda ? (nint)(image.Data + Math.Min(below, 0)) : (nint)image.Data;
        return new DeviceImage(
            new DeviceMemory(first, bytes), Math.Max(below, 0), -(long)image.RowBytes, image.Width, image.Height, raster.View.Format, raster.View.Layout);
    }
}
