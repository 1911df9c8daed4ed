using FaceFusion.Host.Clips;

namespace FaceFusion.Host.Devices;

/// <summary>The images that one render hands over on a card: each is copied there once, and the output back at the end.</summary>
/// <param name="device">The card.</param>
internal sealed class DeviceImages(IImageDevice device) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<HostImage, nint> _images = [];

    /// <summary>What stands in an image's property for its pixels: CUDA's address of the lower left one, OpenCL's buffer of them all.</summary>
    /// <param name="image">The image, of at least one pixel.</param>
    public nint DataOf(HostImage image)
    {
        lock (_gate)
        {
            if (!_images.TryGetValue(image, out nint memory))
            {
                memory = Take(image);
                _images.Add(image, memory);
            }

            return device.Api == DeviceApi.Cuda && image.Order == RowOrder.TopDown
                ? memory + (nint)(image.Height - 1) * -image.RowBytes
                : memory;
        }
    }

    /// <summary>Copies an image back that was handed over.</summary>
    /// <param name="image">The image.</param>
    public void Fetch(HostImage image)
    {
        lock (_gate)
        {
            if (_images.TryGetValue(image, out nint memory))
                device.Download(memory, image.Memory);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (nint memory in _images.Values)
                device.Release(memory);
            _images.Clear();
        }
    }

    private nint Take(HostImage image)
    {
        nint memory = device.Allocate(image.Memory.Length);
        device.Upload(image.Memory, memory);
        return memory;
    }
}
