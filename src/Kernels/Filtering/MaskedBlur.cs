using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>A blur that sees only what a mask lets it see.</summary>
public static unsafe class MaskedBlur
{
    private const int RowGrain = 8;
    private const float Widening = 4;

    // How much the wider supports count: far too little to be seen where the mask is near, all there is elsewhere.
    private const float WideShare = 1e-4f;
    private const float MeanShare = 1e-8f;

    /// <summary>
    /// Normalised convolution, (G(x·m) + ε·G₄(x·m) + ε²·M(x·m)) / (G(m) + ε·G₄(m) + ε²·M(m)), where G is the Gaussian of
    /// σ, G₄ that of 4σ, M the mean over the image and ε = 1e-4: near the mask it is the masked Gaussian, away from it
    /// the wider one, and further still the masked mean, without a step. A mask that is 0 everywhere gives 0.
    /// </summary>
    /// <param name="image">Finite values; all four channels are blurred.</param>
    /// <param name="mask">Same size; ≥ 0 and finite.</param>
    /// <param name="sigma">Standard deviation in pixels, ≥ 0.</param>
    /// <param name="destination">Same size; may be <paramref name="image"/>.</param>
    public static void Apply(ImageBuffer image, Plane mask, float sigma, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(mask, image.Width, image.Height);
        BufferShape.RequireSize(destination, image.Width, image.Height);

        using ImageBuffer masked = ImageBuffer.Uninitialized(image.Width, image.Height);
        using ImageBuffer wide = ImageBuffer.Uninitialized(image.Width, image.Height);
        using Plane weight = Plane.Uninitialized(image.Width, image.Height);
        using Plane wideWeight = Plane.Uninitialized(image.Width, image.Height);
        (Vector4 mean, float meanWeight) = Multiply(image, mask, masked);
        GaussianBlur.Apply(masked, sigma * Widening, wide, EdgeMode.Zero);
        GaussianBlur.Apply(mask, sigma * Widening, wideWeight, EdgeMode.Zero);
        GaussianBlur.Apply(masked, sigma, masked, EdgeMode.Zero);
        GaussianBlur.Apply(mask, sigma, weight, EdgeMode.Zero);
        Executor.For(0, image.Height, RowGrain, new DivideBody(
            masked.Pointer, weight.Pointer, wide.Pointer, wideWeight.Pointer, mean, meanWeight, destination.Pointer, image.Width));
    }

    // Returns the means of the product and of the mask, in double precision and in a fixed order: the same whatever the threads.
    private static (Vector4 Mean, float Weight) Multiply(ImageBuffer image, Plane mask, ImageBuffer masked)
    {
        using Scratch rows = Scratch.Of<RowSum>(image.Height);
        var sums = (RowSum*)rows.Pointer;
        Executor.For(0, image.Height, RowGrain, new MultiplyBody(image.Pointer, mask.Pointer, masked.Pointer, image.Width, sums));
        Vector256<double> total = default;
        double weight = 0;
        for (int y = 0; y < image.Height; y++)
        {
            total += sums[y].Pixels;
            weight += sums[y].Weight;
        }

        double unit = 1.0 / Math.Max(1, mask.Length);
        total *= unit;
        return (Vector128.Narrow(total.GetLower(), total.GetUpper()).AsVector4(), (float)(weight * unit));
    }

    private readonly record struct RowSum(Vector256<double> Pixels, double Weight);

    private readonly struct MultiplyBody(Vector4* image, float* mask, Vector4* masked, int width, RowSum* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Vector256<double> pixels = default;
                double weight = 0;
                for (nint i = (nint)y * width, end = i + width; i < end; i++)
                {
                    Vector128<float> pixel = (image[i] * mask[i]).AsVector128();
                    pixel.Store((float*)(masked + i));
                    pixels += Vector256.Create(Vector128.WidenLower(pixel), Vector128.WidenUpper(pixel));
                    weight += mask[i];
                }

                sums[y] = new RowSum(pixels, weight);
            }
        }
    }

    private readonly struct DivideBody(
        Vector4* near, float* nearWeight, Vector4* wide, float* wideWeight, Vector4 mean, float meanWeight,
        Vector4* destination, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
            {
                Vector4 sum = near[i] + (wide[i] * WideShare) + (mean * MeanShare);
                float weight = nearWeight[i] + (wideWeight[i] * WideShare) + (meanWeight * MeanShare);
                destination[i] = weight > 0 ? sum / weight : Vector4.Zero;
            }
        }
    }
}
