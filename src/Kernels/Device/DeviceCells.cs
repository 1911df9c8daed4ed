using System.Runtime.InteropServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Device;

/// <summary>The cells of an image that a filter runs over, in a card's memory, and how it runs over them: the card's part of <see cref="FootprintFilter"/>.</summary>
internal readonly struct DeviceCells : IDisposable
{
    /// <summary>Bytes of a pixel of four floats.</summary>
    public const int PixelBytes = 16;

    private readonly KernelDevice _device;
    private readonly DeviceMemory _cells;
    private readonly DeviceMemory _tables;
    private readonly CellGeometry _geometry;

    private DeviceCells(KernelDevice device, Affine2D map, int width, int height, RectI destination, EdgeMode outside)
    {
        FootprintFilter.RequireFinite(map);
        _device = device;
        FootprintAxis horizontal = new(map.Xx, map.Xy, map.Tx, width), vertical = new(map.Yx, map.Yy, map.Ty, height);
        RectI needed = FootprintFilter.CellsFor(horizontal, vertical, destination);
        Stride = needed.Width;
        _geometry = new CellGeometry
        {
            FirstX = needed.X1,
            FirstY = needed.Y1,
            Width = needed.Width,
            Height = needed.Height,
            SizeX = horizontal.Cell,
            SizeY = vertical.Cell,
            HasZerosOutside = outside == EdgeMode.Zero ? 1 : 0,
        };

        // Four taps weigh by polynomials and need no table.
        using FootprintWeights weightsX = horizontal.Taps > 4 ? new(horizontal) : default, weightsY = vertical.Taps > 4 ? new(vertical) : default;
        ReadOnlySpan<float> tableX = weightsX.Phases > 0 ? weightsX.Values : [], tableY = weightsY.Phases > 0 ? weightsY.Values : [];
        int farthest = Math.Max(Math.Max(Math.Abs(destination.X1), Math.Abs(destination.X2)), Math.Max(Math.Abs(destination.Y1), Math.Abs(destination.Y2)));
        Horizontal = TapAxis.Of(horizontal, needed.X1, needed.X2, weightsX.Phases, 0, farthest);
        Vertical = TapAxis.Of(vertical, needed.Y1, needed.Y2, weightsY.Phases, tableX.Length, farthest);

        _tables = device.Rent((tableX.Length + tableY.Length) * (long)sizeof(float));
        device.Upload(MemoryMarshal.AsBytes(tableX), _tables);
        device.Upload(MemoryMarshal.AsBytes(tableY), _tables, tableX.Length * (long)sizeof(float));
        _cells = device.Rent((long)needed.Width * needed.Height * PixelBytes);
    }

    /// <summary>The cells, row after row.</summary>
    public DeviceView Pixels => _cells.Of(PixelBytes);

    /// <summary>Weights of stretched kernels.</summary>
    public DeviceView Tables => _tables.Of(sizeof(float));

    /// <summary>Cells of a row.</summary>
    public int Stride { get; }

    /// <summary>How the destination lies along the cells' columns.</summary>
    public TapAxis Horizontal { get; }

    /// <summary>How it lies along their rows.</summary>
    public TapAxis Vertical { get; }

    /// <summary>The cells of a host's image, in the working space.</summary>
    /// <inheritdoc cref="DeviceSampler.Sample"/>
    public static DeviceCells Of(
        KernelDevice device, in DeviceImage source, Affine2D map, NetworkSpace space, bool premultiplied, RectI destination, EdgeMode outside)
    {
        HostLayout layout = source.ToLayout(premultiplied);
        DeviceCells cells = new(device, map, source.Width, source.Height, destination, outside);
        CellGeometry geometry = cells._geometry;
        geometry.AddsInPairs = source.AddsInPairs ? 1 : 0;
        device.Launch("Reduce" + source.Format, geometry.Width, geometry.Height, device.Arguments.Clear()
            .Add(source.Samples).Add(cells.Pixels).Add(layout).Add(geometry));
        device.Launch("EncodeCells", geometry.Width, geometry.Height, device.Arguments.Clear()
            .Add(cells.Pixels).Add(layout).Add(ColourTransform.Of(space)).Add(geometry));
        return cells;
    }

    /// <summary>The cells of an image of four floats a pixel.</summary>
    /// <inheritdoc cref="DeviceSampler.Resample"/>
    public static DeviceCells OfPixels(
        KernelDevice device, DeviceMemory source, int sourceWidth, int sourceHeight, Affine2D map, RectI destination, EdgeMode outside)
    {
        DeviceCells cells = new(device, map, sourceWidth, sourceHeight, destination, outside);
        CellGeometry geometry = cells._geometry;
        device.Launch("ReducePixels", geometry.Width, geometry.Height, device.Arguments.Clear()
            .Add(source.Of(PixelBytes)).Add(cells.Pixels).Add(sourceWidth).Add(sourceHeight).Add(geometry));
        return cells;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _device.Return(_cells);
        _device.Return(_tables);
    }
}
