using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

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
    private readonly Plane _spans;
    private readonly ImageBuffer _pixels;

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
        _pixels = ImageBuffer.Uninitialized(CellGrid.StrideFor(Extent.Width), Extent.Height);

        // As storage; all rows begin with none.
        _spans = new Plane(sizeof(RowSpan) / sizeof(float), Extent.Height);
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
        if (!TryDecodeFor(destinationToSource, destination.Bounds))
            return false;

        AreaSampler.Sample(Rows(highlightRollOff), destinationToSource, destination);
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
        if (!TryDecodeFor(destinationToSource, RectI.FromSize(width, height)))
            return false;

        AreaSampler.SampleTensor(Rows(highlightRollOff), destinationToSource, format, width, height, planar, outside);
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

        Decode(needed);
        Executor.For(0, region.Height, RowGrain, new ReadBody(Rows(highlightRollOff), region, needed, destination.Pointer));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _spans.Dispose();
    }

    private DecodedRows Rows(bool highlightRollOff) =>
        new(_pixels.Pointer - ((nint)Extent.Y1 * _pixels.Width) - Extent.X1, _pixels.Width, _source.Width, _source.Height, highlightRollOff);

    // Reductions average the host's own values instead.
    private bool TryDecodeFor(Affine2D map, RectI destination)
    {
        if (destination.IsEmpty || Extent.IsEmpty || AreaSampler.CellOf(map) != (1, 1))
            return false;
        RectI needed = AreaSampler.PixelsFor(map, destination, _source.Width, _source.Height);
        if (!Extent.Contains(needed))
            return false;
        Decode(needed);
        return true;
    }

    private RectI Nearest(RectI region)
    {
        int x = Math.Clamp(region.X1, 0, Math.Max(_source.Width - 1, 0)), y = Math.Clamp(region.Y1, 0, Math.Max(_source.Height - 1, 0));
        return new RectI(x, y, Math.Clamp(region.X2, x + 1, Math.Max(_source.Width, x + 1)), Math.Clamp(region.Y2, y + 1, Math.Max(_source.Height, y + 1)));
    }

    private void Decode(RectI part)
    {
        RectI local = part.Offset(-Extent.X1, -Extent.Y1);
        Executor.For(local.Y1, local.Y2, RowGrain, new DecodeBody(
            new WorkingRows(_source, _space, _premultiplied), Extent, local, _pixels.Pointer, _pixels.Width, (RowSpan*)_spans.Pointer));
    }

    // The decoded columns of a row: none when it is empty.
    private record struct RowSpan(int From, int To);

    private readonly struct DecodeBody(WorkingRows rows, RectI extent, RectI part, Vector4* pixels, nint stride, RowSpan* spans) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                RowSpan known = spans[y];
                if (known.From == known.To)
                    known = new RowSpan(part.X1, part.X1);
                Decode(y, part.X1, known.From);
                Decode(y, known.To, part.X2);
                spans[y] = new RowSpan(Math.Min(part.X1, known.From), Math.Max(part.X2, known.To));
            }
        }

        private void Decode(int y, int from, int to)
        {
            if (from < to)
                rows.Decode(extent.Y1 + y, extent.X1 + from, to - from, pixels + (y * stride) + from);
        }
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
