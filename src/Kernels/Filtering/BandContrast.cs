using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>How strong the detail between an image and its blur is.</summary>
public static unsafe class BandContrast
{
    private const int RowGrain = 16;

    /// <summary>
    /// The weighted root mean square of image − lower, each channel for itself, first of all pixels and then once more with
    /// differences cut to <paramref name="outlierLimit"/> times the first. Summed in a fixed order; not a number where
    /// nothing weighs.
    /// </summary>
    /// <param name="image">The image; finite.</param>
    /// <param name="lower">What is lower than the band: of the image's size.</param>
    /// <param name="weights">Of the image's size; at least 0.</param>
    /// <param name="outlierLimit">In root mean squares.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static Vector4 Measure(ImageBuffer image, ImageBuffer lower, Plane weights, float outlierLimit)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(lower, image.Width, image.Height);
        BufferShape.RequireSize(weights, image.Width, image.Height);
        using Scratch rows = Scratch.Of<RowSum>(image.Height);
        var sums = (RowSum*)rows.Pointer;
        Vector4 all = Measure(image, lower, weights, new Vector4(float.PositiveInfinity), sums);
        return Measure(image, lower, weights, outlierLimit * all, sums);
    }

    private static Vector4 Measure(ImageBuffer image, ImageBuffer lower, Plane weights, Vector4 limit, RowSum* sums)
    {
        Executor.For(0, image.Height, RowGrain, new Body(image.Pointer, lower.Pointer, weights.Pointer, limit, image.Width, sums));
        Vector4 squares = default;
        double weight = 0;
        for (int y = 0; y < image.Height; y++)
        {
            squares += sums[y].Squares;
            weight += sums[y].Weight;
        }

        return Vector4.SquareRoot(squares / (float)weight);
    }

    private readonly record struct RowSum(Vector4 Squares, float Weight);

    private readonly struct Body(Vector4* image, Vector4* lower, float* weights, Vector4 limit, int width, RowSum* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                nint row = (nint)y * width;
                Vector4 squares = default;
                float weight = 0;
                for (nint i = row; i < row + width; i++)
                {
                    if (weights[i] == 0)
                        continue;
                    Vector4 detail = Vector4.Min(Vector4.Abs(image[i] - lower[i]), limit);
                    squares += weights[i] * detail * detail;
                    weight += weights[i];
                }

                sums[y] = new RowSum(squares, weight);
            }
        }
    }
}
