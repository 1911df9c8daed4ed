using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Device;

/// <summary>Reads an image in a card's memory small: averaged there, and the averages copied to the processor.</summary>
public static class DeviceReduction
{
    /// <summary>What <see cref="FootprintCells(PixelView, Affine2D, NetworkSpace, bool)"/> reads, with the same bits: the card adds in the processor's order, the processor decodes. Waits for the card.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">The image, of at least one pixel.</param>
    /// <param name="destinationToSource">A map whose footprint averages cells of several pixels: see <see cref="FootprintCells.CellOf"/>.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite, or averages nothing.</exception>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static FootprintCells Read(KernelDevice device, in DeviceImage source, Affine2D destinationToSource, NetworkSpace space, bool premultiplied)
    {
        ArgumentNullException.ThrowIfNull(device);
        FootprintCells cells = FootprintCells.Empty(destinationToSource, source.Width, source.Height);
        (int cellWidth, int cellHeight) = FootprintCells.CellOf(destinationToSource);
        if (cellWidth == 1 && cellHeight == 1)
        {
            cells.Dispose();
            throw new ArgumentException($"The map {destinationToSource} averages nothing; copy the image instead.", nameof(destinationToSource));
        }

        RectI bounds = cells.Bounds;
        CellGeometry geometry = new()
        {
            FirstX = bounds.X1,
            FirstY = bounds.Y1,
            Width = bounds.Width,
            Height = bounds.Height,
            SizeX = cellWidth,
            SizeY = cellHeight,
            HasZerosOutside = 1,
            AddsInPairs = source.AddsInPairs ? 1 : 0,
        };
        try
        {
            DeviceMemory means = device.Rent((long)bounds.Width * bounds.Height * DeviceCells.PixelBytes);
            device.Launch("Reduce" + source.Format, bounds.Width, bounds.Height, device.Arguments.Clear()
                .Add(source.Samples).Add(means.Of(DeviceCells.PixelBytes)).Add(source.ToLayout(premultiplied)).Add(geometry));
            device.Download(means, MemoryMarshal.AsBytes(cells.Pixels));
            device.Return(means);
            cells.Encode(space, premultiplied && source.Layout != PixelLayout.Rgb);
            return cells;
        }
        catch
        {
            cells.Dispose();
            throw;
        }
    }
}
