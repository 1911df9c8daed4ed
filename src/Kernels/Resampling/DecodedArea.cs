using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// A part of a host's image in the working space: each pixel is decoded when it is first asked for, once for all that looks at it.
/// Its samples and readings have the bits of those of the image itself. Owns its memory; for one thread at a time.
/// </summary>
public sealed unsafe class DecodedArea : IDisposable
{
    private const int RowGrain = 8;

    private readonly PixelView _source;
    private readonly NetworkSpace _space;
    private readonly bool _premultiplied;
    private readonly DecodedPixels _plain;

    // With the highlights rolled off, where somebody wants that.
    private DecodedPixels? _rolledOff;

    /// <summary>An area; decodes nothing yet.</summary>
    /// <param name="source">The host's image.</param>
    /// <param name="space">What its values mean; the highlight roll-off is whoever asks' own.</param>
    /// <param name="premultiplied">Whether its colours are multiplied by alpha.</param>
    /// <param name="extent">The pixels that may be asked for; what lies outside the image is left out.</param>
    public DecodedArea(PixelView source, NetworkSpace space, bool premultiplied, RectI extent)
    {
        _source = source;
        _space = space with { HighlightRollOff = false };
        _premultiplied = premultiplied;
        Extent = extent.Intersect(source.Bounds);
        _plain = new DecodedPixels(Extent);
    }

    /// <summary>The pixels that may be asked for; inside the image.</summary>
    public RectI Extent { get; }

    /// <summary>Whether its pixels are those that a space gives, but for the highlight roll-off.</summary>
    /// <param name="space">The space.</param>
    public bool Suits(NetworkSpace space) => space with { HighlightRollOff = false } == _space;

    /// <summary>Samples as <see cref="AreaSampler.Sample"/> does; <see langword="false"/> where that takes other pixels than those of the area, and nothing was done.</summary>
    /// <param name="destinationToSource">Continuous destination to continuous source coordinates; may be singular.</param>
    /// <param name="highlightRollOff">Whether highlights are rolled off.</param>
    /// <param name="destination">Straight working-space pixels.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite.</exception>
    public bool TrySample(Affine2D destinationToSource, bool highlightRollOff, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!TryFind(destinationToSource, destination.Bounds, out RectI needed))
            return false;

        AreaSampler.Sample(Decode(needed, highlightRollOff), destinationToSource, destination);
        return true;
    }

    /// <summary>Samples as <see cref="AreaSampler.SampleTensor(PixelView, Affine2D, NetworkSpace, bool, in TensorFormat, int, int, Span{float}, EdgeMode)"/> does; <see langword="false"/> where that takes other pixels than those of the area, and nothing was done.</summary>
    /// <param name="destinationToSource">Continuous tensor to continuous source coordinates; may be singular.</param>
    /// <param name="highlightRollOff">Whether highlights are rolled off.</param>
    /// <param name="format">Channel order and normalisation.</param>
    /// <param name="width">The tensor's columns.</param>
    /// <param name="height">The tensor's rows.</param>
    /// <param name="planar">3 × height × width floats.</param>
    /// <param name="outside">What lies beyond the source's sides.</param>
    /// <exception cref="ArgumentException">The map holds a number that is not finite, or the tensor's size is wrong.</exception>
    public bool TrySampleTensor(
        Affine2D destinationToSource, bool highlightRollOff, in TensorFormat format, int width, int height, Span<float> planar, EdgeMode outside)
    {
        if (!TryFind(destinationToSource, RectI.FromSize(width, height), out RectI needed))
            return false;

        AreaSampler.SampleTensor(Decode(needed, highlightRollOff), destinationToSource, format, width, height, planar, outside);
        return true;
    }

    /// <summary>Reads as <see cref="PixelReader.Read"/> does; <see langword="false"/> where that takes other pixels than those of the area, and nothing was done.</summary>
    /// <param name="region">Pixels of the image; may stick out of it or lie outside: the nearest pixels are repeated.</param>
    /// <param name="highlightRollOff">Whether highlights are rolled off.</param>
    /// <param name="destination">Of the region's size.</param>
    public bool TryRead(RectI region, bool highlightRollOff, ImageBuffer destination)
    {
        BufferShape.RequireSize(destination, region.Width, region.Height);
        RectI needed = Nearest(region);
        if (region.IsEmpty || !Extent.Contains(needed))
            return false;

        Executor.For(0, region.Height, RowGrain, new ReadBody(Decode(needed, highlightRollOff), region, needed, destination.Pointer));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _plain.Dispose();
        _rolledOff?.Dispose();
    }

    // Reductions average the host's own values instead.
    private bool TryFind(Affine2D map, RectI destination, out RectI needed)
    {
        needed = default;
        if (destination.IsEmpty || Extent.IsEmpty || AreaSampler.CellOf(map) != (1, 1))
            return false;
        needed = AreaSampler.PixelsFor(map, destination, _source.Width, _source.Height);
        return Extent.Contains(needed);
    }

    private DecodedRows Decode(RectI needed, bool highlightRollOff)
    {
        WorkingRows rows = new(_source, _space, _premultiplied);
        DecodedPixels pixels = _plain;
        if (highlightRollOff)
        {
            pixels = _rolledOff ??= new DecodedPixels(Extent);
            pixels.Decode(needed, new RolledOffRows<WorkingRows>(_plain.By(rows)));
        }
        else
        {
            pixels.Decode(needed, rows);
        }

        return pixels.Rows(_source.Width, _source.Height);
    }

    private RectI Nearest(RectI region)
    {
        int x = Math.Clamp(region.X1, 0, Math.Max(_source.Width - 1, 0)), y = Math.Clamp(region.Y1, 0, Math.Max(_source.Height - 1, 0));
        return new RectI(x, y, Math.Clamp(region.X2, x + 1, Math.Max(_source.Width, x + 1)), Math.Clamp(region.Y2, y + 1, Math.Max(_source.Height, y + 1)));
    }

    private readonly struct ReadBody(DecodedRows rows, RectI region, RectI inside, Vector4* destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int before = Math.Clamp(inside.X1 - region.X1, 0, region.Width - 1), count = Math.Min(inside.Width, region.Width - before);
            for (int y = from; y < to; y++)
            {
                Vector4* row = destination + ((nint)y * region.Width);
                rows.Decode(Math.Clamp(region.Y1 + y, inside.Y1, inside.Y2 - 1), inside.X1, count, row + before);
                new Span<Vector4>(row, before).Fill(row[before]);
                new Span<Vector4>(row + before + count, region.Width - before - count).Fill(row[before + count - 1]);
            }
        }
    }
}
