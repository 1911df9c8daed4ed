using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Unsharp masking without halos.</summary>
public static unsafe class Sharpen
{
    private const int RowGrain = 8;

    /// <summary>
    /// destination = source + amount·(source − blurred), no further outside the range of the source's 3×3 neighbours
    /// than <paramref name="overshoot"/> of that range.
    /// </summary>
    /// <param name="source">The image.</param>
    /// <param name="blurred">The image blurred; same size.</param>
    /// <param name="amount">How much, for each channel; 0 leaves a channel as it is.</param>
    /// <param name="overshoot">≥ 0; 0 allows no halo at all.</param>
    /// <param name="destination">Same size; another image than the source, but may be <paramref name="blurred"/>.</param>
    public static void Apply(ImageBuffer source, ImageBuffer blurred, Vector4 amount, float overshoot, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferShape.RequireSize(blurred, source.Width, source.Height);
        BufferShape.RequireSize(destination, source.Width, source.Height);
        if (source == destination)
            throw new ArgumentException("Sharpening reads neighbours; give another image for the result.", nameof(destination));
        Executor.For(0, source.Height, RowGrain, new Body(source.Pointer, blurred.Pointer, amount, overshoot, destination.Pointer, source.Width, source.Height));
    }

    private readonly struct Body(Vector4* source, Vector4* blurred, Vector4 amount, float overshoot, Vector4* destination, int width, int height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Vector4* above = source + ((nint)Math.Max(y - 1, 0) * width);
                Vector4* row = source + ((nint)y * width);
                Vector4* below = source + ((nint)Math.Min(y + 1, height - 1) * width);

                // Of a column of three each: the one to the left, the pixel's own, the one to the right.
                Vector4 lowLeft = Low(above, row, below, 0), highLeft = High(above, row, below, 0), lowHere = lowLeft, highHere = highLeft;
                for (int x = 0; x < width; x++)
                {
                    int right = Math.Min(x + 1, width - 1);
                    Vector4 lowRight = Low(above, row, below, right), highRight = High(above, row, below, right);
                    Vector4 low = Vector4.Min(Vector4.Min(lowLeft, lowHere), lowRight), high = Vector4.Max(Vector4.Max(highLeft, highHere), highRight);
                    (lowLeft, lowHere, highLeft, highHere) = (lowHere, lowRight, highHere, highRight);
                    Vector4 room = overshoot * (high - low);
                    nint at = ((nint)y * width) + x;
                    destination[at] = Vector4.Clamp(row[x] + (amount * (row[x] - blurred[at])), low - room, high + room);
                }
            }
        }

        private static Vector4 Low(Vector4* above, Vector4* row, Vector4* below, int x) =>
            Vector4.Min(Vector4.Min(above[x], row[x]), below[x]);

        private static Vector4 High(Vector4* above, Vector4* row, Vector4* below, int x) =>
            Vector4.Max(Vector4.Max(above[x], row[x]), below[x]);
    }
}
