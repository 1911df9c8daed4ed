using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Statistics;

/// <summary>
/// A picture without its light and its contrast: each value less the mean around it, divided by the deviation around it
/// (MSCN coefficients; D. Ruderman 1994, A. Mittal, R. Soundararajan and A. Bovik 2013). Of photographs these are nearly
/// Gaussian; blur, noise, enlargement and compression make them less so, each in its way.
/// </summary>
public static unsafe class NormalisedContrast
{
    private const int Radius = 3;
    private const float Sigma = 7f / 6;

    // One step of an 8-bit picture: where there is less contrast, there is none.
    private const double LeastDeviation = 1.0 / 255;

    private const int RowGrain = 16;

    /// <summary>Normalises a picture. Beyond its sides the outermost pixels go on; what is no number counts as 0.</summary>
    /// <param name="picture">Values of 0 to 1, such as luma.</param>
    /// <param name="normalised">Gets the coefficients; of the picture's size.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Apply(Plane picture, Plane normalised)
    {
        ArgumentNullException.ThrowIfNull(picture);
        BufferShape.RequireSize(normalised, picture.Width, picture.Height);
        using GaussianKernel kernel = GaussianKernel.Create(Sigma, Radius);
        Executor.For(0, picture.Height, RowGrain, new Body(picture.Pointer, normalised.Pointer, picture.Width, picture.Height, kernel.Weights));
    }

    private readonly struct Body(float* picture, float* normalised, int width, int height, float* weights) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                for (int x = 0; x < width; x++)
                    normalised[(nint)y * width + x] = Coefficient(x, y);
            }
        }

        private float Coefficient(int x, int y)
        {
            double mean = 0, square = 0;
            for (int dy = -Radius; dy <= Radius; dy++)
            {
                float* row = picture + (nint)Math.Clamp(y + dy, 0, height - 1) * width;
                double rowMean = 0, rowSquare = 0;
                for (int dx = -Radius; dx <= Radius; dx++)
                {
                    double value = Finite(row[Math.Clamp(x + dx, 0, width - 1)]);
                    rowMean += weights[dx + Radius] * value;
                    rowSquare += weights[dx + Radius] * value * value;
                }

                mean += weights[dy + Radius] * rowMean;
                square += weights[dy + Radius] * rowSquare;
            }

            double deviation = Math.Sqrt(Math.Max(square - mean * mean, 0));
            return (float)((Finite(picture[(nint)y * width + x]) - mean) / (deviation + LeastDeviation));
        }

        private static float Finite(float value) => float.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0;
    }
}
