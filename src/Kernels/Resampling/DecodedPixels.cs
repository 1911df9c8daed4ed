using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Resampling;

/// <summary>A part of an image whose pixels are decoded when they are first asked for. Owns its memory; for one thread at a time.</summary>
internal sealed unsafe class DecodedPixels : IDisposable
{
    private const int RowGrain = 8;

    private readonly RectI _extent;
    private readonly ImageBuffer _pixels;
    private readonly Plane _spans;

    /// <summary>A part of which nothing is decoded yet.</summary>
    /// <param name="extent">The pixels that may be asked for; inside the image.</param>
    public DecodedPixels(RectI extent)
    {
        _extent = extent;
        _pixels = ImageBuffer.Uninitialized(CellGrid.StrideFor(extent.Width), extent.Height);

        // As storage; all rows begin with none.
        _spans = new Plane(sizeof(RowSpan) / sizeof(float), extent.Height);
    }

    /// <summary>Decodes what isn't yet.</summary>
    /// <param name="part">Which pixels, inside the extent.</param>
    /// <param name="rows">What decodes them; no row is asked for by two threads.</param>
    public void Decode<TRows>(RectI part, TRows rows)
        where TRows : struct, IRowDecoder => Executor.For(part.Y1, part.Y2, RowGrain, new DecodeBody<TRows>(By(rows), part));

    /// <summary>The rows, decoded as they are asked for: no row by two threads.</summary>
    /// <param name="rows">What decodes them.</param>
    public Decoder<TRows> By<TRows>(TRows rows)
        where TRows : struct, IRowDecoder => new(rows, _extent, _pixels.Pointer, _pixels.Width, (RowSpan*)_spans.Pointer);

    /// <summary>The image's rows, of which only what is decoded may be asked for.</summary>
    /// <param name="width">The image's columns.</param>
    /// <param name="height">The image's rows.</param>
    public DecodedRows Rows(int width, int height) =>
        new(_pixels.Pointer - ((nint)_extent.Y1 * _pixels.Width) - _extent.X1, _pixels.Width, width, height);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pixels.Dispose();
        _spans.Dispose();
    }

    /// <summary>The decoded columns of a row: none when it is empty.</summary>
    internal record struct RowSpan(int From, int To);

    /// <summary>Decodes rows as far as they are asked for.</summary>
    internal readonly struct Decoder<TRows>(TRows rows, RectI extent, Vector4* pixels, nint stride, RowSpan* spans)
        where TRows : struct, IRowDecoder
    {
        /// <summary>The pixel (<paramref name="from"/>, <paramref name="y"/>), before all others up to <paramref name="to"/>.</summary>
        public Vector4* Row(int y, int from, int to)
        {
            ref RowSpan span = ref spans[y - extent.Y1];
            if (span.From == span.To)
                span = new RowSpan(from, from);
            Vector4* row = pixels + ((y - extent.Y1) * stride) - extent.X1;
            if (from < span.From)
                rows.Decode(y, from, span.From - from, row + from);
            if (to > span.To)
                rows.Decode(y, span.To, to - span.To, row + span.To);
            span = new RowSpan(Math.Min(from, span.From), Math.Max(to, span.To));
            return row + from;
        }
    }

    private readonly struct DecodeBody<TRows>(Decoder<TRows> decoder, RectI part) : IRangeBody
        where TRows : struct, IRowDecoder
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                decoder.Row(y, part.X1, part.X2);
        }
    }
}
