using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Colour;

/// <summary>The weighted mean and covariance of an image's first three channels.</summary>
/// <param name="Weight">The weights' sum; 0 when nothing was measured, and everything else with it.</param>
/// <param name="Mean">The mean; 0 in the fourth channel.</param>
/// <param name="Covariance">The covariance (divided by the weights' sum).</param>
public readonly unsafe record struct ColourStatistics(double Weight, Vector4 Mean, SymmetricMatrix3 Covariance)
{
    private const int RowGrain = 8;

    // Per row: Σw·(x, y, z, 1), Σw·(x², y², z², 1), Σw·(xy, yz, zx, 1).
    private const int RowSums = 12;

    /// <summary>
    /// The standard deviation of each channel; 0 in the fourth.
    /// </summary>
    public Vector4 Deviation =>
        new((float)Math.Sqrt(Covariance.XX), (float)Math.Sqrt(Covariance.YY), (float)Math.Sqrt(Covariance.ZZ), 0);

    /// <summary>Measures an image, in double precision and in a fixed order.</summary>
    /// <param name="image">Finite values.</param>
    /// <param name="weights">Same size; 0 and less is not seen.</param>
    public static ColourStatistics Measure(ImageBuffer image, Plane weights) =>
        Measure(image, weights, Vector4.Zero, new Vector4(float.PositiveInfinity));

    /// <summary>
    /// As <see cref="Measure(ImageBuffer, Plane)"/>, then once more without the pixels of which a channel lies further
    /// from the first mean than so many standard deviations.
    /// </summary>
    /// <param name="image">Finite values.</param>
    /// <param name="weights">Same size; 0 and less is not seen.</param>
    /// <param name="outlierLimit">In standard deviations, above 1.</param>
    public static ColourStatistics MeasureRobustly(ImageBuffer image, Plane weights, float outlierLimit)
    {
        ColourStatistics all = Measure(image, weights);
        return all.Weight > 0 ? Measure(image, weights, all.Mean, outlierLimit * all.Deviation + new Vector4(1e-4f)) : all;
    }

    private static ColourStatistics Measure(ImageBuffer image, Plane weights, Vector4 centre, Vector4 limit)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(weights, image.Width, image.Height);
        using Scratch rows = Scratch.Of<double>((long)RowSums * image.Height);
        var sums = (double*)rows.Pointer;
        Executor.For(0, image.Height, RowGrain, new Body(image.Pointer, weights.Pointer, image.Width, centre, limit with { W = float.PositiveInfinity }, sums));

        Span<double> total = stackalloc double[RowSums];
        total.Clear();
        for (int y = 0; y < image.Height; y++)
        {
            for (int i = 0; i < RowSums; i++)
                total[i] += sums[(y * RowSums) + i];
        }

        double weight = total[3];
        if (!(weight > 0))
            return default;

        for (int i = 0; i < RowSums; i++)
            total[i] /= weight;
        double x = total[0], y1 = total[1], z = total[2];
        return new ColourStatistics(
            weight,
            new Vector4((float)x, (float)y1, (float)z, 0),
            new SymmetricMatrix3(
                Math.Max(total[4] - x * x, 0), total[8] - x * y1, total[10] - x * z,
                Math.Max(total[5] - y1 * y1, 0), total[9] - y1 * z,
                Math.Max(total[6] - z * z, 0)));
    }

    private readonly struct Body(Vector4* image, float* weights, int width, Vector4 centre, Vector4 limit, double* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            Vector256<double> fourth = Vector256.Create(0, 0, 0, -1L).AsDouble();
            for (int y = from; y < to; y++)
            {
                Vector256<double> sum = default, squares = default, products = default;
                Vector4* row = image + ((nint)y * width);
                float* weight = weights + ((nint)y * width);
                for (int x = 0; x < width; x++)
                {
                    Vector4 pixel = row[x];
                    if (!(weight[x] > 0) || Vector128.GreaterThanAny(Vector4.Abs(pixel - centre).AsVector128(), limit.AsVector128()))
                        continue;
                    Vector256<double> value = Vector256.Create(Vector128.WidenLower(pixel.AsVector128()), Vector128.WidenUpper(pixel.AsVector128()));
                    value = Vector256.ConditionalSelect(fourth, Vector256<double>.One, value);
                    Vector256<double> weighted = value * weight[x];
                    sum += weighted;
                    squares += weighted * value;
                    products += weighted * Vector256.Shuffle(value, Vector256.Create(1, 2, 0, 3));
                }

                double* result = sums + ((nint)y * RowSums);
                sum.Store(result);
                squares.Store(result + 4);
                products.Store(result + 8);
            }
        }
    }
}
