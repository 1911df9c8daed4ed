using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>How strong the two bands between an image, its blur and its wider blur are, each channel for itself.</summary>
/// <param name="Fine">The weighted root mean square of image − middle.</param>
/// <param name="Middle">That of middle − low.</param>
/// <param name="Level">The weighted mean of low.</param>
public readonly unsafe record struct BandContrast(Vector4 Fine, Vector4 Middle, Vector4 Level)
{
    private const int RowGrain = 16;

    /// <summary>
    /// Measures both bands, first over all pixels and then once more with differences cut to
    /// <paramref name="outlierLimit"/> times the first. Summed in a fixed order; not a number where nothing weighs.
    /// </summary>
    /// <param name="image">The image; finite.</param>
    /// <param name="middle">What is lower than the fine band: of the image's size.</param>
    /// <param name="low">What is lower than both: of the image's size.</param>
    /// <param name="weights">Of the image's size; at least 0.</param>
    /// <param name="outlierLimit">In root mean squares.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static BandContrast Measure(ImageBuffer image, ImageBuffer middle, ImageBuffer low, Plane weights, float outlierLimit)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(middle, image.Width, image.Height);
        BufferShape.RequireSize(low, image.Width, image.Height);
        BufferShape.RequireSize(weights, image.Width, image.Height);
        using Scratch rows = Scratch.Of<RowSum>(image.Height);
        var sums = (RowSum*)rows.Pointer;
        Vector4 unlimited = new(float.PositiveInfinity);
        BandContrast all = Measure(image, middle, low, weights, new BandContrast(unlimited, unlimited, default), sums);
        return Measure(image, middle, low, weights, new BandContrast(outlierLimit * all.Fine, outlierLimit * all.Middle, default), sums);
    }

    /// <summary>The finer of the two bands alone.</summary>
    /// <inheritdoc cref="Measure(ImageBuffer, ImageBuffer, ImageBuffer, Plane, float)"/>
    public static Vector4 Measure(ImageBuffer image, ImageBuffer middle, Plane weights, float outlierLimit) =>
        Measure(image, middle, middle, weights, outlierLimit).Fine;

    private static BandContrast Measure(ImageBuffer image, ImageBuffer middle, ImageBuffer low, Plane weights, in BandContrast limits, RowSum* sums)
    {
        Executor.For(0, image.Height, RowGrain, new Body(image.Pointer, middle.Pointer, low.Pointer, weights.Pointer, limits, image.Width, sums));
        Vector4 fine = default, wide = default, level = default;
        double weight = 0;
        for (int y = 0; y < image.Height; y++)
        {
            fine += sums[y].Fine;
            wide += sums[y].Middle;
            level += sums[y].Level;
            weight += sums[y].Weight;
        }

        return new BandContrast(Vector4.SquareRoot(fine / (float)weight), Vector4.SquareRoot(wide / (float)weight), level / (float)weight);
    }

    private readonly record struct RowSum(Vector4 Fine, Vector4 Middle, Vector4 Level, float Weight);

    private readonly struct Body(Vector4* image, Vector4* middle, Vector4* low, float* weights, BandContrast limits, int width, RowSum* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            Vector256<float> fineLimit = PixelPairs.Twice(limits.Fine), middleLimit = PixelPairs.Twice(limits.Middle);
            for (int y = from; y < to; y++)
            {
                Vector256<float> fine = default, wide = default, level = default;
                float total = 0;
                nint i = (nint)y * width, end = i + width;
                for (; i < end; i += 2)
                {
                    int left = (int)(end - i);
                    float first = weights[i], second = left > 1 ? weights[i + 1] : 0;
                    if (first + second == 0)
                        continue;
                    Vector256<float> share = Vector256.Create(Vector128.Create(first), Vector128.Create(second));
                    Vector256<float> between = PixelPairs.Load(middle + i, left), below = PixelPairs.Load(low + i, left);
                    fine += Square(PixelPairs.Load(image + i, left) - between, fineLimit) * share;
                    wide += Square(between - below, middleLimit) * share;
                    level += below * share;
                    total += first + second;
                }

                sums[y] = new RowSum(PixelPairs.Sum(fine), PixelPairs.Sum(wide), PixelPairs.Sum(level), total);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector256<float> Square(Vector256<float> difference, Vector256<float> limit)
        {
            Vector256<float> detail = Vector256.MinNative(Vector256.Abs(difference), limit);
            return detail * detail;
        }
    }
}
