using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Device;

/// <summary>Filters in a card's memory: within 2e-6 of the largest value of what the processor's give.</summary>
public static class DeviceFilters
{
    /// <summary>The widest Gaussian that is filtered directly, in pixels.</summary>
    public const float WidestSigma = 4;

    /// <summary>What <see cref="GaussianBlur"/> does to four channels, sides repeated.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">width · height pixels of four floats, finite.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="sigma">Standard deviation in pixels, from 0 to below <see cref="WidestSigma"/>.</param>
    /// <param name="destination">Room for as many; not the source.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Blur(KernelDevice device, DeviceMemory source, int width, int height, float sigma, DeviceMemory destination)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (!(sigma >= 0 && sigma < WidestSigma))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, $"A card's blur has a sigma from 0 to below {WidestSigma} pixels.");
        using GaussianKernel kernel = GaussianKernel.Create(sigma);
        DeviceMemory between = device.Rent((long)width * height * DeviceCells.PixelBytes);
        DeviceMemory weights = UploadWeights(device, kernel);
        Launch(device, "BlurColumns", width, height, source, weights, between, kernel.Radius);
        Launch(device, "BlurRows", width, height, between, weights, destination, kernel.Radius);
        device.Return(weights);
        device.Return(between);
    }

    /// <summary>Splits an image into what a blur left of it and what it took off.</summary>
    /// <param name="device">The card.</param>
    /// <param name="image">width · height pixels of four floats.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="blurred">The blurred image; becomes the image less it.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void SplitBands(KernelDevice device, DeviceMemory image, int width, int height, DeviceMemory blurred)
    {
        ArgumentNullException.ThrowIfNull(device);
        device.Launch("SplitBands", width, height, device.Arguments.Clear().Add(image.Of(DeviceCells.PixelBytes)).Add(blurred.Of(DeviceCells.PixelBytes)));
    }

    /// <summary>What <see cref="Filtering.Feather"/> does to a plane, in place.</summary>
    /// <param name="device">The card.</param>
    /// <param name="plane">width · height distances, in pixels.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="from">Where the edge begins to rise.</param>
    /// <param name="to">Where it is whole.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Feather(KernelDevice device, DeviceMemory plane, int width, int height, float from, float to)
    {
        ArgumentNullException.ThrowIfNull(device);
        device.Launch("Feather", width, height, device.Arguments.Clear().Add(plane.Of(sizeof(float))).Add(from).Add(to));
    }

    /// <summary>What <see cref="SoftBox"/> does: a rectangle with Gaussian edges.</summary>
    /// <param name="device">The card.</param>
    /// <param name="left">Where the rectangle begins, in continuous coordinates of the matte; at least 0.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="right">Where it ends; at most the matte's width.</param>
    /// <param name="bottom">Where it ends.</param>
    /// <param name="sigma">The Gaussian's standard deviation in pixels, ≥ 0.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="matte">Room for width · height floats.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static unsafe void FillSoftBox(
        KernelDevice device, double left, double top, double right, double bottom, float sigma, int width, int height, DeviceMemory matte)
    {
        ArgumentNullException.ThrowIfNull(device);
        DeviceMemory columns = device.Rent(width * (long)sizeof(float)), rows = device.Rent(height * (long)sizeof(float));
        using Scratch memory = Scratch.Of<float>(Math.Max(width, height));
        Span<float> profile = new(memory.Floats, Math.Max(width, height));
        SoftBox.FillProfile(left, right, sigma, profile[..width]);
        device.Upload(MemoryMarshal.AsBytes(profile[..width]), columns);
        SoftBox.FillProfile(top, bottom, sigma, profile[..height]);
        device.Upload(MemoryMarshal.AsBytes(profile[..height]), rows);
        device.Launch("FillMatte", width, height, device.Arguments.Clear().Add(columns.Of(sizeof(float))).Add(rows.Of(sizeof(float))).Add(matte.Of(sizeof(float))));
        device.Return(columns);
        device.Return(rows);
    }

    /// <summary>Three curves given by their values at evenly spaced levels, in place: see <see cref="LevelTable"/>.</summary>
    /// <param name="device">The card.</param>
    /// <param name="pixels">width · height pixels of four floats, finite.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="table">Where the levels lie.</param>
    /// <param name="values">Red's, green's and blue's values, one more than steps each.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void ApplyLevels(KernelDevice device, DeviceMemory pixels, int width, int height, LevelTable table, ReadOnlySpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(device);
        DeviceMemory memory = device.Rent(values.Length * (long)sizeof(float));
        device.Upload(MemoryMarshal.AsBytes(values), memory);
        device.Launch("ApplyLevels", width, height, device.Arguments.Clear().Add(pixels.Of(DeviceCells.PixelBytes)).Add(memory.Of(sizeof(float))).Add(table));
        device.Return(memory);
    }

    /// <summary>Writes working-space pixels into a host's image; they are turned into its terms in place.</summary>
    /// <param name="device">The card.</param>
    /// <param name="pixels">As many pixels of four floats as the image has, straight.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="image">The image.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Store(KernelDevice device, DeviceMemory pixels, NetworkSpace space, bool premultiplied, in DeviceImage image)
    {
        ArgumentNullException.ThrowIfNull(device);
        HostLayout layout = image.ToLayout(premultiplied);
        device.Launch("DecodePixels", image.Width, image.Height, device.Arguments.Clear()
            .Add(pixels.Of(DeviceCells.PixelBytes)).Add(layout.IsPremultiplied).Add(ColourTransform.Of(space)));
        device.Launch("Store" + image.Format, image.Width, image.Height, device.Arguments.Clear()
            .Add(pixels.Of(DeviceCells.PixelBytes)).Add(image.Samples).Add(layout));
    }

    private static unsafe DeviceMemory UploadWeights(KernelDevice device, in GaussianKernel kernel)
    {
        ReadOnlySpan<float> weights = new(kernel.Weights, (2 * kernel.Radius) + 1);
        DeviceMemory memory = device.Rent(weights.Length * (long)sizeof(float));
        device.Upload(MemoryMarshal.AsBytes(weights), memory);
        return memory;
    }

    private static void Launch(KernelDevice device, string kernel, int width, int height, DeviceMemory source, DeviceMemory weights, DeviceMemory target, int radius) =>
        device.Launch(kernel, width, height, device.Arguments.Clear()
            .Add(source.Of(DeviceCells.PixelBytes)).Add(weights.Of(sizeof(float))).Add(target.Of(DeviceCells.PixelBytes)).Add(radius));
}
