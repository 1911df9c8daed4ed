using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>The weights of a sampled, normalised Gaussian cut at 4σ.</summary>
internal readonly unsafe struct GaussianKernel : IDisposable
{
    private const float Reach = 4;
    private const float WidestDirect = 4;
    private const float SigmaPerCell = 2;

    private readonly Scratch _memory;

    private GaussianKernel(Scratch memory, int radius)
    {
        _memory = memory;
        Radius = radius;
    }

    /// <summary>Samples on either side of the centre.</summary>
    public int Radius { get; }

    /// <summary>2·Radius + 1 weights.</summary>
    public float* Weights => _memory.Floats;

    /// <summary>Pixels of a cell that a Gaussian of this width may be computed on; 1 for none.</summary>
    public static int CellFor(float sigma) => sigma < WidestDirect ? 1 : (int)MathF.Min(sigma / SigmaPerCell, 1 << 20);

    /// <summary>The width, in cells, of what is left of a Gaussian between two cubic B-splines.</summary>
    public static float SigmaOfCells(float sigma, int cell)
    {
        double inCells = (double)sigma / cell;
        return (float)Math.Sqrt((inCells * inCells) - (2 * CubicSpline.Variance));
    }

    /// <summary>Computes the weights; a sigma of 0 gives the one weight 1.</summary>
    /// <param name="sigma">Standard deviation in samples, ≥ 0 and finite.</param>
    /// <param name="mostRadius">Where the Gaussian is cut at the latest, in samples.</param>
    public static GaussianKernel Create(float sigma, int mostRadius = int.MaxValue)
    {
        int radius = (int)MathF.Min(MathF.Ceiling(Reach * sigma), mostRadius);
        var kernel = new GaussianKernel(Scratch.Of<float>((2L * radius) + 1), radius);
        using Scratch memory = Scratch.Of<double>(radius + 1L);
        var half = (double*)memory.Pointer;
        double total = 1;
        for (int k = 0; k <= radius; k++)
        {
            half[k] = Weight(k, sigma);
            total += k > 0 ? 2 * half[k] : 0;
        }

        for (int k = 0; k <= radius; k++)
            kernel.Weights[radius - k] = kernel.Weights[radius + k] = (float)(half[k] / total);
        return kernel;
    }

    public void Dispose() => _memory.Dispose();

    private static double Weight(int k, double sigma) => k == 0 ? 1 : Exp(-0.5 * k * k / (sigma * sigma));

    // e^x for x ≤ 0 within 1e-12, by arithmetic alone: C libraries differ in the last bits, this does not. Far below 0,
    // where the series no longer holds, e^x is less than any float's last bit beside the centre's weight of 1.
    private static double Exp(double x)
    {
        if (x < -40)
            return 0;

        double t = x / 1024;
        double power = 1 + (t * (1 + (t / 2 * (1 + (t / 3 * (1 + (t / 4 * (1 + (t / 5)))))))));
        for (int i = 0; i < 10; i++)
            power *= power;
        return power;
    }
}
