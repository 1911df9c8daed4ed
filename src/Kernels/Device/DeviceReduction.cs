using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Device;

/// <summary>Small pictures of an image in a card's memory: averaged there, the averages copied to the processor and sampled by it.</summary>
public static unsafe class DeviceReduction
{
    /// <summary>
    /// What <see cref="AreaSampler"/> samples with zeros beyond the image's sides, with the same bits: the card adds in the
    /// processor's order, the processor decodes. Waits for the card.
    /// </summary>
    /// <param name="device">The card.</param>
    /// <param name="source">The image, of at least one pixel.</param>
    /// <param name="destinationToSource">A map whose footprint averages cells of several pixels: see <see cref="AreaSampler.CellOf"/>.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The tensor's columns, at least 1.</param>
    /// <param name="height">The tensor's rows, at least 1.</param>
    /// <param name="planar">3 × height × width floats.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite, or averages nothing, or the tensor's size is wrong.</exception>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void SampleTensor(
        KernelDevice device, in DeviceImage source, Affine2D destinationToSource, NetworkSpace space, bool premultiplied,
        in TensorFormat format, int width, int height, Span<float> planar)
    {
        ArgumentNullException.ThrowIfNull(device);
        FootprintFilter.RequireFinite(destinationToSource);
        FootprintAxis horizontal = new(destinationToSource.Xx, destinationToSource.Xy, destinationToSource.Tx, source.Width);
        FootprintAxis vertical = new(destinationToSource.Yx, destinationToSource.Yy, destinationToSource.Ty, source.Height);
        if (horizontal.Cell == 1 && vertical.Cell == 1)
            throw new ArgumentException($"The map {destinationToSource} averages nothing; copy the image instead.", nameof(destinationToSource));

        RectI needed = FootprintFilter.CellsFor(horizontal, vertical, RectI.FromSize(width, height));
        using Scratch cells = Scratch.Of<Vector4>((long)needed.Width * needed.Height);
        CellGeometry geometry = new()
        {
            FirstX = needed.X1,
            FirstY = needed.Y1,
            Width = needed.Width,
            Height = needed.Height,
            SizeX = horizontal.Cell,
            SizeY = vertical.Cell,
            HasZerosOutside = 1,
            AddsInPairs = source.AddsInPairs ? 1 : 0,
        };
        Average(device, source, premultiplied, geometry, new Span<Vector4>(cells.Vectors, checked(needed.Width * needed.Height)));
        for (int y = 0; y < needed.Height; y++)
            space.EncodeRow(cells.Vectors + ((nint)y * needed.Width), needed.Width, premultiplied && source.Layout != PixelLayout.Rgb);
        AreaSampler.SampleTensor(
            new CellGrid(needed, cells.Vectors, needed.Width), horizontal, vertical, FootprintFilter.IsTurned(destinationToSource), format, width, height, planar);
    }

    private static void Average(KernelDevice device, in DeviceImage source, bool premultiplied, in CellGeometry geometry, Span<Vector4> cells)
    {
        DeviceMemory means = device.Rent((long)cells.Length * DeviceCells.PixelBytes);
        device.Launch("Reduce" + source.Format, geometry.Width, geometry.Height, device.Arguments.Clear()
            .Add(source.Samples).Add(means.Of(DeviceCells.PixelBytes)).Add(source.ToLayout(premultiplied)).Add(geometry));
        device.Download(means, MemoryMarshal.AsBytes(cells));
        device.Return(means);
    }
}
