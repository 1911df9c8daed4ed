using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
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
    /// <remarks>
    /// Where G is computed on cells (<see cref="GaussianBlur"/>), the others are added to it there: from cells to pixels it is one
    /// step for all three.
    /// </remarks>
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
        using Plane weight = Plane.Uninitialized(image.Width, image.Height);
        (Vector4 mean, float meanWeight) = Multiply(image, mask, masked);
        Spread((float*)masked.Pointer, image.Width, image.Height, 4, sigma, mean, (float*)destination.Pointer);
        Spread(mask.Pointer, image.Width, image.Height, 1, sigma, new Vector4(meanWeight), weight.Pointer);
        Executor.For(0, image.Height, RowGrain, new DivideBody(destination.Pointer, weight.Pointer, image.Width));
    }

    // G(x) + ε·G₄(x) + ε²·M(x).
    private static void Spread(float* source, int width, int height, int channels, float sigma, Vector4 mean, float* destination)
    {
        int cell = GaussianKernel.CellFor(sigma);
        if (cell > 1)
        {
            SpreadCells(source, width, height, channels, sigma, cell, mean, destination);
            return;
        }

        using Scratch wide = Scratch.Of<float>((long)width * height * channels);
        GaussianBlur.Apply(source, width, height, channels, sigma * Widening, wide.Floats, EdgeMode.Zero);
        GaussianBlur.Apply(source, width, height, channels, sigma, destination, EdgeMode.Zero);
        Executor.For(0, height, RowGrain, new AddBody(destination, wide.Floats, (nint)width * channels, mean));
    }

    // All three are put together on the cells of the narrowest, which become pixels once.
    private static void SpreadCells(float* source, int width, int height, int channels, float sigma, int cell, Vector4 mean, float* destination)
    {
        if (width == 0 || height == 0)
            return;

        var image = RectI.FromSize(((width - 1) / cell) + 1, ((height - 1) / cell) + 1);
        RectI stored = image.Inflate(SplineReduction.Margin), needed = image.Inflate(SplineEnlargement.Margin);
        nint storedFloats = (nint)stored.Width * channels, neededFloats = (nint)needed.Width * channels;
        using Scratch cells = Scratch.Of<float>(storedFloats * stored.Height), near = Scratch.Of<float>(neededFloats * needed.Height);
        SplineReduction.Apply(source, width, height, channels, cell, EdgeMode.Zero, cells.Floats, stored);
        using (GaussianKernel kernel = GaussianKernel.Create(GaussianKernel.SigmaOfCells(sigma, cell)))
            SeparableFilter.Apply(cells.Floats, stored, channels, kernel, near.Floats, needed, EdgeMode.Replicate);

        GaussianBlur.Apply(cells.Floats, stored.Width, stored.Height, channels, GaussianKernel.SigmaOfCells(sigma * Widening, cell), cells.Floats, EdgeMode.Zero);
        nint beside = (SplineReduction.Margin - SplineEnlargement.Margin) * (storedFloats + channels);
        for (int y = 0; y < needed.Height; y++)
            AddRow(near.Floats + (y * neededFloats), cells.Floats + beside + (y * storedFloats), neededFloats, mean);
        SplineEnlargement.Apply(near.Floats, needed, channels, cell, destination, width, height);
    }

    // Where there is one channel, all of the mean's are alike.
    private static void AddRow(float* near, float* wide, nint count, Vector4 mean)
    {
        Vector4 least = mean * MeanShare;
        nint i = 0;
        for (; i <= count - 4; i += 4)
            *(Vector4*)(near + i) += (*(Vector4*)(wide + i) * WideShare) + least;
        for (; i < count; i++)
            near[i] += (wide[i] * WideShare) + least.X;
    }

    private readonly struct AddBody(float* near, float* wide, nint stride, Vector4 mean) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
                AddRow(near + (y * stride), wide + (y * stride), stride, mean);
        }
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

    private readonly struct DivideBody(Vector4* sums, float* weights, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                sums[i] = weights[i] > 0 ? sums[i] / weights[i] : Vector4.Zero;
        }
    }
}
