using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Brings working memory into a host's pixels.</summary>
public static unsafe class PixelWriter
{
    private const int RowGrain = 4;

    /// <summary>
    /// Writes straight working-space floats in a host's terms. Integers round to nearest and clamp; what would be NaN
    /// is written as 0.
    /// </summary>
    /// <param name="source">Of the region's size; its (0, 0) is the region's (X1, Y1).</param>
    /// <param name="region">Where it goes; what sticks out of the destination is left away.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether its colours are multiplied by alpha.</param>
    /// <param name="destination">The host's image.</param>
    public static void Write(ImageBuffer source, RectI region, NetworkSpace space, bool premultiplied, PixelView destination)
    {
        BufferShape.RequireSize(source, region.Width, region.Height);
        RectI part = region.Intersect(destination.Bounds);
        Executor.For(part.Y1, part.Y2, RowGrain, new Body(source.Pointer, region, part, space, premultiplied && destination.HasAlpha, destination));
    }

    private readonly struct Body(
        Vector4* source, RectI region, RectI part, NetworkSpace space, bool premultiplied, PixelView destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            using Scratch scratch = Scratch.Of<Vector4>(part.Width);
            Vector4* pixels = scratch.Vectors;
            for (int y = from; y < to; y++)
            {
                Vector4* row = source + ((nint)(y - region.Y1) * region.Width) + (part.X1 - region.X1);
                new Span<Vector4>(row, part.Width).CopyTo(new Span<Vector4>(pixels, part.Width));
                space.DecodeRow(pixels, part.Width, premultiplied);
                RowCodec.Store(destination, part.X1, y, part.Width, pixels);
            }
        }
    }
}
