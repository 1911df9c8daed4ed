using System.Numerics;
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
    /// The mask goes along as the fourth channel. Where G is computed on cells (<see cref="GaussianBlur"/>), the others are added
    /// to it there: from cells to pixels it is one step for all three.
    /// </remarks>
    /// <param name="image">Finite values; the first three channels are blurred.</param>
    /// <param name="mask">Same size; ≥ 0 and finite.</param>
    /// <param name="sigma">Standard deviation in pixels, ≥ 0.</param>
    /// <param name="destination">Same size; may be <paramref name="image"/>. Its fourth channel becomes 1.</param>
    public static void Apply(ImageBuffer image, Plane mask, float sigma, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(mask, image.Width, image.Height);
        BufferShape.RequireSize(destination, image.Width, image.Height);
        if (image.Length == 0)
            return;

        int cell = GaussianKernel.CellFor(sigma);
        if (cell > 1)
            OnCells(image, mask, sigma, cell, destination);
        else
            OnPixels(image, mask, sigma, destination);
    }

    private static void OnPixels(ImageBuffer image, Plane mask, float sigma, ImageBuffer destination)
    {
        int width = image.Width, height = image.Height;
        using ImageBuffer masked = ImageBuffer.Uninitialized(width, height), wide = ImageBuffer.Uninitialized(width, height);
        Executor.For(0, height, RowGrain, new MultiplyBody(image.Pointer, mask.Pointer, masked.Pointer, width));
        GaussianBlur.Apply(masked, sigma * Widening, wide, EdgeMode.Zero);
        GaussianBlur.Apply(masked, sigma, destination, EdgeMode.Zero);
        Vector4 least = Sum(masked.Pointer, masked.Length) * (MeanShare / masked.Length);
        Executor.For(0, height, RowGrain, new JoinBody(destination.Pointer, wide.Pointer, least, width));
    }

    // All three are put together on the cells of the narrowest, which become pixels once.
    private static void OnCells(ImageBuffer image, Plane mask, float sigma, int cell, ImageBuffer destination)
    {
        int width = image.Width, height = image.Height;
        var cells = RectI.FromSize(((width - 1) / cell) + 1, ((height - 1) / cell) + 1);
        RectI stored = cells.Inflate(SplineReduction.Margin), needed = cells.Inflate(SplineEnlargement.Margin);
        int count = stored.Width * stored.Height;
        using Scratch masked = Scratch.Of<Vector4>(count), wide = Scratch.Of<Vector4>(count), near = Scratch.Of<Vector4>((long)needed.Width * needed.Height);
        SplineReduction.Apply((float*)image.Pointer, mask.Pointer, width, height, 4, cell, EdgeMode.Zero, masked.Floats, stored);
        using (GaussianKernel kernel = GaussianKernel.Create(GaussianKernel.SigmaOfCells(sigma, cell)))
            SeparableFilter.Apply(masked.Floats, stored, 4, kernel, near.Floats, needed, EdgeMode.Replicate);
        GaussianBlur.Apply(masked.Floats, stored.Width, stored.Height, 4, GaussianKernel.SigmaOfCells(sigma * Widening, cell), wide.Floats, EdgeMode.Zero);

        // The cells hold all of the image: of each pixel 1/cell² in all.
        Vector4 least = Sum(masked.Vectors, count) * (MeanShare * cell * cell / image.Length);
        int beside = SplineReduction.Margin - SplineEnlargement.Margin;
        for (int y = 0; y < needed.Height; y++)
            AddRow(near.Vectors + ((nint)y * needed.Width), wide.Vectors + ((nint)(y + beside) * stored.Width) + beside, least, needed.Width);
        SplineEnlargement.Apply(near.Floats, needed, 4, cell, (float*)destination.Pointer, width, height, isNormalised: true);
    }

    // In one order, whatever the threads; what it is for needs no precision.
    private static Vector4 Sum(Vector4* pixels, int count)
    {
        Vector4 even = default, odd = default;
        int i = 0;
        for (; i <= count - 2; i += 2)
        {
            even += pixels[i];
            odd += pixels[i + 1];
        }

        return i < count ? even + odd + pixels[i] : even + odd;
    }

    private static void AddRow(Vector4* near, Vector4* wide, Vector4 least, int count)
    {
        for (int i = 0; i < count; i++)
            near[i] += (wide[i] * WideShare) + least;
    }

    private readonly struct MultiplyBody(Vector4* image, float* mask, Vector4* masked, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                masked[i] = (image[i] with { W = 1 }) * mask[i];
        }
    }

    // G + ε·G₄ + ε²·M, divided by the mask's.
    private readonly struct JoinBody(Vector4* near, Vector4* wide, Vector4 least, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
            {
                Vector4 sum = near[i] + (wide[i] * WideShare) + least;
                near[i] = sum.W > 0 ? sum / sum.W : Vector4.Zero;
            }
        }
    }
}
