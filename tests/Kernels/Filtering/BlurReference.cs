using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Tests.Filtering;

/// <summary>The sampled Gaussian to eight deviations, summed directly in double precision, axis after axis.</summary>
internal static class BlurReference
{
    public static double[] Apply(Plane source, double sigma, EdgeMode edges)
    {
        int width = source.Width;
        double[] values = [.. source.Values.ToArray().Select(value => (double)value)];
        double[] rows = Along(values, width, source.Height, 1, width, sigma, edges);
        return Along(rows, source.Height, width, width, 1, sigma, edges);
    }

    private static double[] Along(double[] values, int length, int lines, int step, int lineStep, double sigma, EdgeMode edges)
    {
        int radius = (int)Math.Ceiling(8 * sigma);
        double[] weights = [.. Enumerable.Range(0, radius + 1).Select(k => k == 0 ? 1 : Math.Exp(-0.5 * k * k / (sigma * sigma)))];
        double total = weights[0] + (2 * weights.Skip(1).Sum());
        double[] result = new double[values.Length];
        for (int line = 0; line < lines; line++)
        {
            for (int i = 0; i < length; i++)
            {
                double sum = 0;
                for (int k = -radius; k <= radius; k++)
                {
                    int at = Math.Clamp(i + k, 0, length - 1);
                    if (at == i + k || edges == EdgeMode.Replicate)
                        sum += weights[Math.Abs(k)] * values[(line * lineStep) + (at * step)];
                }

                result[(line * lineStep) + (i * step)] = sum / total;
            }
        }

        return result;
    }
}
