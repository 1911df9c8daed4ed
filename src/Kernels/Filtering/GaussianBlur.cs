using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Gaussian blur whose cost hardly depends on its width.</summary>
/// <remarks>
/// Up to σ = 4 pixels it is the sampled Gaussian itself, cut at 4σ. Above, cells of n = ⌊σ/2⌋ pixels are averaged,
/// filtered by a Gaussian of what is left of the variance, and interpolated by the cubic B-spline: box, Gaussian and
/// spline have variances of (n² − 1)/12, (σ² − (n² − 1)/12 − n²/3)/n² cells and n²/3, whose sum is σ², and the box and
/// the spline are narrow against σ. All weights are positive, so that no value leaves the source's range. Against the
/// direct sum in double precision the error is below 1e-3 of the source's range.
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

    private static void Apply(float* source, int width, int height, int channels, float sigma, float* destination, EdgeMode edges)
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
        SeparableFilter.Apply(source, bounds, bounds, channels, kernel, destination, bounds, edges);
    }

    private static void BlurCells(
        float* source, int width, int height, int channels, float sigma, int cell, float* destination, EdgeMode edges)
    {
        int cellsX = BoxReduction.Cells(width, cell);
        int cellsY = BoxReduction.Cells(height, cell);

        // One cell beyond each side stands for all further out; the spline reaches two beyond.
        var reduced = new RectI(-1, -1, cellsX + 1, cellsY + 1);
        var needed = new RectI(-2, -2, cellsX + 2, cellsY + 2);
        using Scratch means = Scratch.Of<float>((long)reduced.Width * reduced.Height * channels);
        using Scratch smooth = Scratch.Of<float>((long)needed.Width * needed.Height * channels);
        using GaussianKernel kernel = GaussianKernel.Create(GaussianKernel.SigmaOfCells(sigma, cell));

        BoxReduction.Reduce(
            new MemoryRows(source, width, channels), width, height, cell, cell, edges, reduced, means.Floats);
        SeparableFilter.Apply(means.Floats, reduced, RectI.FromSize(cellsX, cellsY), channels, kernel, smooth.Floats, needed, edges);
        SplineEnlargement.Apply(smooth.Floats, needed, channels, cell, destination, width, height);
    }
}
