using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Copies images, bit for bit where format and layout agree.</summary>
public static unsafe class PixelCopy
{
    private const int RowGrain = 8;

    // A piece of a copy in the background: some microseconds.
    private const int BackgroundBytes = 1 << 18;

    /// <summary>
    /// Copies an image. Same format and layout: the same bits. Otherwise values are converted: integers round to
    /// nearest (ties to even) and clamp to their range, NaN as 0; binary16 rounds to nearest even, beyond 65504 to
    /// infinity; RGB gets an alpha of 1; Alpha becomes the same value in every channel, and takes the alpha of RGBA.
    /// </summary>
    /// <param name="source">The image.</param>
    /// <param name="destination">Of the same size; either the same memory or memory that doesn't overlap.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Copy(PixelView source, PixelView destination)
    {
        RequireOneSize(source, destination);
        if (source.IsEmpty || source == destination)
            return;

        if (source.Format == destination.Format && source.Layout == destination.Layout)
            Executor.For(0, source.Height, RowGrain, new CopyBody(source, destination));
        else
            Executor.For(0, source.Height, RowGrain, new ConvertBody(source, destination));
    }

    /// <summary>Begins what <see cref="Copy"/> does, beside what the caller does next; where no value changes, past the caches, which the caller needs meanwhile.</summary>
    /// <param name="source">The image; not written to until the copy is finished.</param>
    /// <param name="destination">Of the same size; either the same memory or memory that doesn't overlap.</param>
    /// <returns>The copy, to be finished or disposed of by the caller.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static PendingLoop Begin(PixelView source, PixelView destination)
    {
        RequireOneSize(source, destination);
        int rows = source.IsEmpty || source == destination ? 0 : source.Height, grain = (int)Math.Clamp(BackgroundBytes / Math.Max(Math.Abs(source.RowBytes), 1), 1, Math.Max(rows, 1));
        return source.Format == destination.Format && source.Layout == destination.Layout
            ? Executor.Begin(0, rows, grain, new StreamBody(source, destination))
            : Executor.Begin(0, rows, grain, new ConvertBody(source, destination));
    }

    private static void RequireOneSize(PixelView source, PixelView destination)
    {
        if (source.Width != destination.Width || source.Height != destination.Height)
            throw new ArgumentException($"The source is {source.Width}×{source.Height} and the destination {destination.Width}×{destination.Height}; give views of one size.", nameof(destination));
    }

    private static void Stream(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        fixed (byte* first = source, to = destination)
        {
            int head = Math.Min((int)(-(nint)to & (Vector256<byte>.Count - 1)), source.Length), i = head;
            source[..head].CopyTo(destination);
            for (; i <= source.Length - (2 * Vector256<byte>.Count); i += 2 * Vector256<byte>.Count)
            {
                Vector256<byte> low = Vector256.Load(first + i), high = Vector256.Load(first + i + Vector256<byte>.Count);
                low.StoreAlignedNonTemporal(to + i);
                high.StoreAlignedNonTemporal(to + i + Vector256<byte>.Count);
            }

            source[i..].CopyTo(destination[i..]);
        }
    }

    private readonly struct CopyBody(PixelView source, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                source.RowSpan(y).CopyTo(destination.RowSpan(y));
        }
    }

    private readonly struct StreamBody(PixelView source, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                Stream(source.RowSpan(y), destination.RowSpan(y));

            // What went past the caches is seen by other threads in the order of all else from here on.
            if (Sse.IsSupported)
                Sse.StoreFence();
        }
    }

    private readonly struct ConvertBody(PixelView source, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(source.Width);
            for (int y = from; y < to; y++)
            {
                RowCodec.Load(source, 0, y, source.Width, scratch.Vectors);
                RowCodec.Store(destination, 0, y, source.Width, scratch.Vectors);
            }
        }
    }
}
