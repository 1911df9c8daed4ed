using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Device;

/// <summary>A host's image in a card's memory, in raster order (first row on top).</summary>
/// <param name="Memory">The memory.</param>
/// <param name="OffsetBytes">Where the top row's first pixel lies in it.</param>
/// <param name="RowBytes">From one row to the next below it; negative in bottom-up memory. A multiple of a sample's bytes.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Format">How a channel is stored.</param>
/// <param name="Layout">Which channels a pixel holds.</param>
public readonly record struct DeviceImage(
    DeviceMemory Memory, long OffsetBytes, long RowBytes, int Width, int Height, SampleFormat Format, PixelLayout Layout)
{
    /// <summary>Bytes of a channel.</summary>
    public int SampleBytes => Format switch { SampleFormat.UInt8 => 1, SampleFormat.Float32 => 4, _ => 2 };

    /// <summary>Bytes of a pixel.</summary>
    public int PixelBytes => SampleBytes * Layout switch { PixelLayout.Alpha => 1, PixelLayout.Rgb => 3, _ => 4 };

    /// <summary>The rectangle of all pixels, from (0, 0).</summary>
    public RectI Bounds => RectI.FromSize(Width, Height);

    /// <summary>Whether the processor averages such pixels two at a time.</summary>
    internal bool AddsInPairs => Format == SampleFormat.Float32 && Layout == PixelLayout.Rgba;

    /// <summary>Its samples.</summary>
    public DeviceView Samples => new(Memory, OffsetBytes, SampleBytes);

    /// <summary>Rows 0, 2, 4 …, as an image of half the height, rounded up.</summary>
    public DeviceImage EverySecondRow() => this with { RowBytes = 2 * RowBytes, Height = (Height + 1) / 2 };

    /// <summary>Where a part's rows lie, the lowest in memory first; read downwards where <see cref="RowBytes"/> is positive, else upwards.</summary>
    /// <param name="part">Inside <see cref="Bounds"/>.</param>
    public DeviceRows RowsOf(RectI part)
    {
        long first = OffsetBytes + ((RowBytes < 0 ? part.Y2 - 1 : part.Y1) * RowBytes) + ((long)part.X1 * PixelBytes);
        return new DeviceRows(Memory, first, Math.Abs(RowBytes));
    }

    /// <summary>How it lies in memory, for kernels.</summary>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <exception cref="DeviceException">Rows don't begin at whole samples.</exception>
    public HostLayout ToLayout(bool premultiplied)
    {
        if (RowBytes % SampleBytes != 0 || OffsetBytes % SampleBytes != 0)
            throw new DeviceException($"Rows of {RowBytes} bytes don't begin at whole samples of {SampleBytes} bytes; render on the processor.");
        return new HostLayout
        {
            RowSamples = RowBytes / SampleBytes,
            Width = Width,
            Height = Height,
            Order = (int)Layout,
            Channels = Layout switch { PixelLayout.Alpha => 1, PixelLayout.Rgb => 3, _ => 4 },
            IsPremultiplied = premultiplied && Layout != PixelLayout.Rgb ? 1 : 0,
            IsInteger = Format is SampleFormat.UInt8 or SampleFormat.UInt16 ? 1 : 0,
        };
    }
}
