using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Device;

/// <summary>What <see cref="AreaSampler"/> does, in a card's memory: within 2e-6 of the largest value of what it gives.</summary>
public static class DeviceSampler
{
    /// <summary>Samples a host's image into working-space pixels.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">The image, of at least one pixel.</param>
    /// <param name="destinationToSource">Continuous destination to continuous source coordinates; may be singular.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="width">The destination's columns.</param>
    /// <param name="height">The destination's rows.</param>
    /// <param name="destination">Room for width · height straight pixels of four floats.</param>
    /// <param name="outside">What lies beyond the source's sides.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Sample(
        KernelDevice device, in DeviceImage source, Affine2D destinationToSource, NetworkSpace space, bool premultiplied,
        int width, int height, DeviceMemory destination, EdgeMode outside = EdgeMode.Replicate)
    {
        ArgumentNullException.ThrowIfNull(device);
        using DeviceCells cells = DeviceCells.Of(device, source, destinationToSource, space, premultiplied, RectI.FromSize(width, height), outside);
        Image(device, cells, width, height, destination);
    }

    /// <summary>Samples a host's image into a network's tensor: planes of rows (CHW), red, green and blue only.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">The image, of at least one pixel.</param>
    /// <param name="destinationToSource">Continuous tensor to continuous source coordinates; may be singular.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The tensor's columns.</param>
    /// <param name="height">The tensor's rows.</param>
    /// <param name="planar">Room for 3 · height · width floats.</param>
    /// <param name="outside">What lies beyond the source's sides (0 is taken before the normalisation).</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void SampleTensor(
        KernelDevice device, in DeviceImage source, Affine2D destinationToSource, NetworkSpace space, bool premultiplied,
        in TensorFormat format, int width, int height, DeviceMemory planar, EdgeMode outside = EdgeMode.Replicate)
    {
        ArgumentNullException.ThrowIfNull(device);
        using DeviceCells cells = DeviceCells.Of(device, source, destinationToSource, space, premultiplied, RectI.FromSize(width, height), outside);
        device.Launch("SampleTensor", width, height, device.Arguments.Clear()
            .Add(cells.Pixels).Add(cells.Tables).Add(planar.Of(sizeof(float))).Add(cells.Stride).Add(TensorLayout.Of(format)).Add(cells.Horizontal).Add(cells.Vertical));
    }

    /// <summary>Samples an image of four floats a pixel into another: a change of size, a turn.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">sourceWidth · sourceHeight pixels, finite.</param>
    /// <param name="sourceWidth">The source's columns, at least 1.</param>
    /// <param name="sourceHeight">The source's rows, at least 1.</param>
    /// <param name="destinationToSource">Continuous destination to continuous source coordinates; may be singular.</param>
    /// <param name="width">The destination's columns.</param>
    /// <param name="height">The destination's rows.</param>
    /// <param name="destination">Room for width · height pixels.</param>
    /// <param name="outside">What lies beyond the source's sides.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Resample(
        KernelDevice device, DeviceMemory source, int sourceWidth, int sourceHeight, Affine2D destinationToSource,
        int width, int height, DeviceMemory destination, EdgeMode outside = EdgeMode.Replicate)
    {
        ArgumentNullException.ThrowIfNull(device);
        using DeviceCells cells = DeviceCells.OfPixels(device, source, sourceWidth, sourceHeight, destinationToSource, RectI.FromSize(width, height), outside);
        Image(device, cells, width, height, destination);
    }

    private static void Image(KernelDevice device, in DeviceCells cells, int width, int height, DeviceMemory destination) =>
        device.Launch("SampleImage", width, height, device.Arguments.Clear()
            .Add(cells.Pixels).Add(cells.Tables).Add(destination.Of(DeviceCells.PixelBytes)).Add(cells.Stride).Add(cells.Horizontal).Add(cells.Vertical));
}
