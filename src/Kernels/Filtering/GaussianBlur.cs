using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Gaussian blur whose cost hardly depends on its width.</summary>
/// <remarks>
/// Below σ = 4 pixels it is the sampled Gaussian itself, cut at 4σ. From there on it is computed on cells of n = ⌊σ/2⌋
/// pixels: reduced by the cubic B-spline, filtered by a Gaussian of what is left of the variance, and enlarged by the
/// same spline. The three variances, n²/3, σ² − 2n²/3 and n²/3, add up to σ². All weights are positive, so that no value
/// leaves the source's range. Against the direct sum in double precision the error is below 5e-4 of the source's range.
/// </remarks>
public static unsafe class GaussianBlur
{
    /// <summary>Blurs a plane.</summary>
    /// <param name="source">Finite values.</param>
    /// <param name="sigma">Standard deviation in pixels, ≥ 0; 0 copies.</param>
    /// <param name="destination">Same size; may be <paramref name="source"/>.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <exception cref="ArgumentException">A negative or not finite sigma, or another size.</exception>
    public static void Apply(Plane source, float sigma, Plane destination, EdgeMode edges = EdgeMode.Replicate)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferShape.RequireSize(destination, source.Width, source.Height);
        Apply(source.Pointer, source.Width, source.Height, 1, sigma, destination.Pointer, edges);
    }

    /// <summary>Blurs all four channels of an image.</summary>
    /// <param name="source">Finite values.</param>
    /// <param name="sigma">Standard deviation in pixels, ≥ 0; 0 copies.</param>
    /// <param name="destination">Same size; may be <paramref name="source"/>.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <exception cref="ArgumentException">A negative or not finite sigma, or another size.</exception>
    public static void Apply(ImageBuffer source, float sigma, ImageBuffer destination, EdgeMode edges = EdgeMode.Replicate)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferShape.RequireSize(destination, source.Width, source.Height);
        Apply((float*)source.Pointer, source.Width, source.Height, 4, sigma, (float*)destination.Pointer, edges);
    }

    /// <summary>Blurs interleaved floats.</summary>
    /// <param name="source">Finite values, row after row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="channels">Floats of a pixel, 1 or 4.</param>
    /// <param name="sigma">Standard deviation in pixels, ≥ 0; 0 copies.</param>
    /// <param name="destination">As many; may be <paramref name="source"/>.</param>
    /// <param name="edges">What lies beyond the sides.</param>
    /// <exception cref="ArgumentException">A negative or not finite sigma.</exception>
    internal static void Apply(float* source, int width, int height, int channels, float sigma, float* destination, EdgeMode edges)
    {
        if (!(sigma >= 0 && float.IsFinite(sigma)))
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "A blur's sigma is a finite number of pixels, at least 0.");
        if (width == 0 || height == 0)
            return;

        int cell = GaussianKernel.CellFor(sigma);
        if (cell > 1)
        {
            BlurCells(source, width, height, channels, sigma, cell, destination, edges);
            return;
        }

        using GaussianKernel kernel = GaussianKernel.Create(sigma);
        var bounds = RectI.FromSize(width, height);
        SeparableFilter.Apply(source, bounds, channels, kernel, destination, bounds, edges);
    }

    private static void BlurCells(
        float* source, int width, int height, int channels, float sigma, int cell, float* destination, EdgeMode edges)
    {
        var image = RectI.FromSize(((width - 1) / cell) + 1, ((height - 1) / cell) + 1);
        RectI stored = image.Inflate(SplineReduction.Margin);
        RectI needed = image.Inflate(SplineEnlargement.Margin);
        using Scratch cells = Scratch.Of<float>((long)stored.Width * stored.Height * channels);
        using Scratch smooth = Scratch.Of<float>((long)needed.Width * needed.Height * channels);
        using GaussianKernel kernel = GaussianKernel.Create(GaussianKernel.SigmaOfCells(sigma, cell));

        SplineReduction.Apply(source, null, width, height, channels, cell, edges, cells.Floats, stored);

        // The outermost stored cells are like all beyond them, zero or not.
        SeparableFilter.Apply(cells.Floats, stored, channels, kernel, smooth.Floats, needed, EdgeMode.Replicate);
        SplineEnlargement.Apply(smooth.Floats, needed, channels, cell, destination, width, height);
    }
}
