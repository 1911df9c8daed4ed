using System.Numerics;
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
        Executor.For(0, image.Height, RowGrain, new MultiplyBody(image.Pointer, mask.Pointer, masked.Pointer, image.Width));

        (Vector4 mean, float meanWeight) = Means(masked, mask);
        GaussianBlur.Apply(masked, sigma * Widening, wide, EdgeMode.Zero);
        GaussianBlur.Apply(mask, sigma * Widening, wideWeight, EdgeMode.Zero);
        GaussianBlur.Apply(masked, sigma, masked, EdgeMode.Zero);
        GaussianBlur.Apply(mask, sigma, weight, EdgeMode.Zero);
        Executor.For(0, image.Height, RowGrain, new DivideBody(
            masked.Pointer, weight.Pointer, wide.Pointer, wideWeight.Pointer, mean, meanWeight, destination.Pointer, image.Width));
    }

    // In a fixed order and in double precision: the same whatever the threads.
    private static (Vector4 Mean, float Weight) Means(ImageBuffer masked, Plane mask)
    {
        double x = 0, y = 0, z = 0, w = 0, weight = 0;
        foreach (Vector4 pixel in masked.Pixels)
        {
            x += pixel.X;
            y += pixel.Y;
            z += pixel.Z;
            w += pixel.W;
        }

        foreach (float value in mask.Values)
            weight += value;

        double unit = 1.0 / Math.Max(1, mask.Length);
        return (new Vector4((float)(x * unit), (float)(y * unit), (float)(z * unit), (float)(w * unit)), (float)(weight * unit));
    }

    private readonly struct MultiplyBody(Vector4* image, float* mask, Vector4* masked, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                masked[i] = image[i] * mask[i];
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
