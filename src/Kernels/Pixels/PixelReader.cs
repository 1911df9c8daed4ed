using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Pixels;

/// <summary>Brings a host's pixels into working memory.</summary>
public static unsafe class PixelReader
{
    private const int RowGrain = 4;

    /// <summary>
    /// Reads a region as straight working-space floats. A premultiplied pixel is divided by its alpha (one without
    /// alpha becomes black); NaN counts as 0 and infinities as ±65504, so that no later filter spreads them.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="region">Pixels of it; may stick out or lie outside: the nearest pixels are repeated. A source of
    /// no pixels reads as transparent black.</param>
    /// <param name="space">What the host's values mean.</param>
    /// <param name="premultiplied">Whether its colours are multiplied by alpha.</param>
    /// <param name="destination">Of the region's size; its (0, 0) is the region's (X1, Y1).</param>
    public static void Read(PixelView source, RectI region, NetworkSpace space, bool premultiplied, ImageBuffer destination)
    {
        BufferShape.RequireSize(destination, region.Width, region.Height);
        if (region.IsEmpty)
            return;

        if (source.IsEmpty)
        {
            destination.Pixels.Clear();
            return;
        }

        Executor.For(0, region.Height, RowGrain, new ColourBody(source, region, space, premultiplied && source.HasAlpha, destination.Pointer));
    }

    /// <summary>
    /// Reads a region as a matte, clamped to [0, 1], NaN as 0.
    /// </summary>
    /// <param name="source">The host's image.</param>
    /// <param name="region">Pixels of it; what lies outside the image reads as 0.</param>
    /// <param name="channel">What of a pixel counts.</param>
    /// <param name="destination">Of the region's size; its (0, 0) is the region's (X1, Y1).</param>
    public static void ReadMatte(PixelView source, RectI region, MatteChannel channel, Plane destination)
    {
        BufferShape.RequireSize(destination, region.Width, region.Height);
        Executor.For(0, region.Height, RowGrain, new MatteBody(source, region, channel, destination.Pointer));
    }

    private readonly struct ColourBody(
        PixelView source, RectI region, NetworkSpace space, bool premultiplied, Vector4* destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int width = region.Width;
            int first = Math.Clamp(region.X1, 0, source.Width - 1);
            int last = Math.Clamp(region.X2 - 1, 0, source.Width - 1);
            int before = Math.Clamp(first - region.X1, 0, width - 1);
            int count = Math.Min(last - first + 1, width - before);

            for (int y = from; y < to; y++)
            {
                Vector4* row = destination + ((nint)y * width);
                RowCodec.Load(source, first, Math.Clamp(region.Y1 + y, 0, source.Height - 1), count, row + before);
                space.EncodeRow(row + before, count, premultiplied);
                new Span<Vector4>(row, before).Fill(row[before]);
                new Span<Vector4>(row + before + count, width - before - count).Fill(row[before + count - 1]);
            }
        }
    }

    private readonly struct MatteBody(PixelView source, RectI region, MatteChannel channel, float* destination) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int width = region.Width;
            RectI inside = region.Intersect(source.Bounds);
            using Scratch scratch = Scratch.Of<Vector4>(inside.Width);
            Vector4* pixels = scratch.Vectors;
            for (int y = from; y < to; y++)
            {
                float* row = destination + ((nint)y * width);
                new Span<float>(row, width).Clear();
                int sourceY = region.Y1 + y;
                if (sourceY < inside.Y1 || sourceY >= inside.Y2)
                    continue;

                RowCodec.Load(source, inside.X1, sourceY, inside.Width, pixels);
                float* values = row + (inside.X1 - region.X1);
                for (int x = 0; x < inside.Width; x++)
                {
                    float value = Value(pixels[x]);
                    values[x] = value > 0 ? MathF.Min(value, 1) : 0;
                }
            }
        }

        private float Value(Vector4 pixel) => channel switch
        {
            MatteChannel.Luminance => Luminance(pixel),
            MatteChannel.Red => pixel.X,
            MatteChannel.Green => pixel.Y,
            MatteChannel.Blue => pixel.Z,
            _ => source.HasAlpha ? pixel.W : (pixel.X + pixel.Y + pixel.Z) / 3,
        };

        // Differences from green, so that the luminance of a grey is that grey exactly.
        private static float Luminance(Vector4 pixel) =>
            pixel.Y + (0.2126f * (pixel.X - pixel.Y)) + (0.0722f * (pixel.Z - pixel.Y));
    }
}
