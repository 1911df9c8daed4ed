using System.Numerics;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Copies images, bit for bit where format and layout agree.</summary>
public static unsafe class PixelCopy
{
    private const int RowGrain = 8;

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
        if (source.Width != destination.Width || source.Height != destination.Height)
            throw new ArgumentException($"The source is {source.Width}×{source.Height} and the destination {destination.Width}×{destination.Height}; give views of one size.", nameof(destination));
        if (source.IsEmpty || source == destination)
            return;

        if (source.Format == destination.Format && source.Layout == destination.Layout)
            Executor.For(0, source.Height, RowGrain, new CopyBody(source, destination));
        else
            Executor.For(0, source.Height, RowGrain, new ConvertBody(source, destination));
    }

    private readonly struct CopyBody(PixelView source, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                source.RowSpan(y).CopyTo(destination.RowSpan(y));
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
