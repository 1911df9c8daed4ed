using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Changes an image's size.</summary>
public static unsafe class Resize
{
    private const int RowGrain = 4;

    /// <summary>
    /// Each destination pixel becomes the exact mean of the source area it covers; parts of pixels count by their area.
    /// Error against double precision below 1e-6 of the largest value per 64 pixels averaged.
    /// </summary>
    /// <param name="source">The image, at least one pixel unless the destination has none.</param>
    /// <param name="destination">Of any size; not <paramref name="source"/>.</param>
    /// <exception cref="ArgumentException">There is nothing to resize.</exception>
    public static void Area(ImageBuffer source, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        if (destination.Length == 0)
            return;
        if (source.Length == 0)
            throw new ArgumentException("An image of no pixels can't be resized; give one of at least 1×1.", nameof(source));

        Executor.For(0, destination.Height, RowGrain, new Body(
            source.Pointer, source.Width, source.Height, destination.Pointer, destination.Width, destination.Height));
    }

    /// <summary>The source pixels [First, First + Count) under a destination pixel, and the outermost ones' shares.</summary>
    private readonly struct Cover
    {
        public Cover(int index, int source, int destination)
        {
            // Integer arithmetic in units of 1/destination source pixels: no rounding decides which pixel is touched.
            long from = (long)index * source;
            long to = from + source;
            First = (int)(from / destination);
            int last = (int)((to - 1) / destination);
            Count = last - First + 1;
            double unit = 1.0 / source;
            FirstShare = (float)((Math.Min(to, ((long)First + 1) * destination) - from) * unit);
            LastShare = (float)((to - Math.Max(from, (long)last * destination)) * unit);
            InnerShare = (float)(destination * unit);
        }

        public int First { get; }

        public int Count { get; }

        private float FirstShare { get; }

        private float InnerShare { get; }

        private float LastShare { get; }

        public float Share(int i) => i == 0 ? FirstShare : i == Count - 1 ? LastShare : InnerShare;
    }

    private readonly struct Body(
        Vector4* source, int sourceWidth, int sourceHeight, Vector4* destination, int width, int height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint floats = (nint)sourceWidth * 4;
            using Scratch scratch = Scratch.Of<Vector4>(sourceWidth);
            for (int y = from; y < to; y++)
            {
                var rows = new Cover(y, sourceHeight, height);
                var line = (float*)(source + ((nint)rows.First * sourceWidth));
                FlatMath.Scale(line, rows.Share(0), scratch.Floats, floats);
                for (int i = 1; i < rows.Count; i++)
                    FlatMath.AddScaled(line + (i * floats), rows.Share(i), scratch.Floats, floats);

                Vector4* target = destination + ((nint)y * width);
                for (int x = 0; x < width; x++)
                {
                    var columns = new Cover(x, sourceWidth, width);
                    Vector4* pixel = scratch.Vectors + columns.First;
                    Vector4 sum = pixel[0] * columns.Share(0);
                    for (int i = 1; i < columns.Count; i++)
                        sum += pixel[i] * columns.Share(i);
                    target[x] = sum;
                }
            }
        }
    }
}
