using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>A symmetric filter along the columns, then along the rows.</summary>
internal static unsafe class SeparableFilter
{
    private const int RowGrain = 8;

    /// <summary>Filters interleaved floats.</summary>
    /// <param name="source">The samples of <paramref name="stored"/>, row after row.</param>
    /// <param name="stored">Which samples are there.</param>
    /// <param name="channels">Floats of a sample.</param>
    /// <param name="kernel">The weights.</param>
    /// <param name="destination">The samples of <paramref name="wanted"/>; may be <paramref name="source"/> when the
    /// two rectangles are the same.</param>
    /// <param name="wanted">Which samples are written.</param>
    /// <param name="edges">What lies beyond the stored samples.</param>
    public static void Apply(
        float* source, RectI stored, int channels, in GaussianKernel kernel, float* destination, RectI wanted, EdgeMode edges)
    {
        // Columns of `stored`, rows of `wanted`: what the second pass reads.
        using Scratch between = Scratch.Of<float>((long)stored.Width * wanted.Height * channels);
        using Scratch zeros = Scratch.Of<float>((long)stored.Width * channels);
        new Span<float>(zeros.Floats, stored.Width * channels).Clear();

        Executor.For(0, wanted.Height, RowGrain, new VerticalBody(source, stored, channels, kernel, between.Floats, wanted, zeros.Floats, edges));
        Executor.For(0, wanted.Height, RowGrain, new HorizontalBody(between.Floats, stored, channels, kernel, destination, wanted, edges));
    }

    private readonly struct VerticalBody(
        float* source, RectI stored, int channels, GaussianKernel kernel, float* between, RectI wanted, float* zeros, EdgeMode edges) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int radius = kernel.Radius;
            nint floats = (nint)stored.Width * channels;
            using Scratch pointers = Scratch.Of<nint>((2 * radius) + 1);
            var rows = (float**)pointers.Pointer;
            for (int row = from; row < to; row++)
            {
                for (int k = -radius; k <= radius; k++)
                {
                    int y = wanted.Y1 + row + k;
                    bool outside = y < stored.Y1 || y >= stored.Y2;
                    rows[k + radius] = outside && edges == EdgeMode.Zero
                        ? zeros
                        : source + ((Math.Clamp(y, stored.Y1, stored.Y2 - 1) - stored.Y1) * floats);
                }

                FlatMath.Fold(rows, kernel.Weights, (2 * radius) + 1, between + (row * floats), floats);
            }
        }
    }

    private readonly struct HorizontalBody(
        float* between, RectI stored, int channels, GaussianKernel kernel, float* destination, RectI wanted, EdgeMode edges) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int radius = kernel.Radius;
            int padded = wanted.Width + (2 * radius);
            using Scratch line = Scratch.Of<float>((long)padded * channels);
            using Scratch pointers = Scratch.Of<nint>((2 * radius) + 1);
            var rows = (float**)pointers.Pointer;
            for (int k = 0; k <= 2 * radius; k++)
                rows[k] = line.Floats + ((nint)k * channels);

            for (int row = from; row < to; row++)
            {
                Pad(between + ((nint)row * stored.Width * channels), line.Floats, padded, radius);
                nint floats = (nint)wanted.Width * channels;
                FlatMath.Fold(rows, kernel.Weights, (2 * radius) + 1, destination + (row * floats), floats);
            }
        }

        /// <summary>A stored row, continued beyond its sides as far as the filter reaches.</summary>
        private void Pad(float* stored0, float* line, int padded, int radius)
        {
            int before = Math.Clamp(stored.X1 - (wanted.X1 - radius), 0, padded);
            int skipped = Math.Max(0, (wanted.X1 - radius) - stored.X1);
            int count = Math.Min(padded - before, stored.Width - skipped);
            new Span<float>(stored0 + ((nint)skipped * channels), count * channels)
                .CopyTo(new Span<float>(line + ((nint)before * channels), count * channels));

            int after = padded - before - count;
            for (int c = 0; c < channels; c++)
            {
                float left = edges == EdgeMode.Zero ? 0 : stored0[c];
                for (int i = 0; i < before; i++)
                    line[(i * channels) + c] = left;

                float right = edges == EdgeMode.Zero ? 0 : stored0[((stored.Width - 1) * channels) + c];
                for (int i = padded - after; i < padded; i++)
                    line[(i * channels) + c] = right;
            }
        }
    }
}
