using System.Runtime.InteropServices;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>A symmetric filter along the columns and along the rows: row by row, so that what lies between the two stays in the cache.</summary>
internal static unsafe class SeparableFilter
{
    /// <summary>Filters interleaved floats.</summary>
    /// <param name="source">The samples of <paramref name="stored"/>, row after row.</param>
    /// <param name="stored">Which samples are there.</param>
    /// <param name="channels">Floats of a sample.</param>
    /// <param name="kernel">The weights.</param>
    /// <param name="destination">The samples of <paramref name="wanted"/>; may be <paramref name="source"/> when the
    /// two rectangles are the same.</param>
    /// <param name="wanted">Which samples are written, of those that are stored.</param>
    /// <param name="edges">What lies beyond the stored samples.</param>
    public static void Apply(
        float* source, RectI stored, int channels, in GaussianKernel kernel, float* destination, RectI wanted, EdgeMode edges)
    {
        long floats = (long)stored.Width * stored.Height * channels;
        using Scratch kept = source == destination ? Scratch.Of<float>(floats) : default;
        if (source == destination)
        {
            NativeMemory.Copy(source, kept.Floats, (nuint)floats * sizeof(float));
            source = kept.Floats;
        }

        using Scratch zeros = Scratch.Of<float>((long)stored.Width * channels);
        new Span<float>(zeros.Floats, stored.Width * channels).Clear();
        long products = (long)wanted.Width * wanted.Height * channels * ((2 * kernel.Radius) + 1);
        Executor.For(0, wanted.Height, RowPieces.Of(wanted.Height, products), new Body(source, stored, channels, kernel, destination, wanted, zeros.Floats, edges));
    }

    private readonly struct Body(
        float* source, RectI stored, int channels, GaussianKernel kernel, float* destination, RectI wanted, float* zeros, EdgeMode edges) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int radius = kernel.Radius;
            nint storedFloats = (nint)stored.Width * channels, wantedFloats = (nint)wanted.Width * channels;

            // The columns that the filter reaches; where none are stored the side's go on.
            int left = wanted.X1 - radius, right = wanted.X2 + radius, first = Math.Max(left, stored.X1), last = Math.Min(right, stored.X2);
            nint reached = (nint)(last - first) * channels;
            using Scratch memory = Scratch.Of<float>((long)(right - left) * channels);
            using Scratch pointers = Scratch.Of<nint>(2 * ((2L * radius) + 1));
            float* line = memory.Floats, inside = line + ((nint)(first - left) * channels), end = inside + reached;
            float* column = source + ((nint)(first - stored.X1) * channels);
            var rows = (float**)pointers.Pointer + radius;
            float** places = rows + (2 * radius) + 1;
            for (int k = -radius; k <= radius; k++)
                places[k] = line + ((nint)(wanted.X1 + k - left) * channels);

            for (int row = from; row < to; row++)
            {
                for (int k = -radius; k <= radius; k++)
                {
                    int y = wanted.Y1 + row + k;
                    bool outside = y < stored.Y1 || y >= stored.Y2;
                    rows[k] = outside && edges == EdgeMode.Zero
                        ? zeros
                        : column + ((Math.Clamp(y, stored.Y1, stored.Y2 - 1) - stored.Y1) * storedFloats);
                }

                FlatMath.FoldPairs(rows, kernel.Weights + radius, radius, inside, reached);
                Continue(line, first - left, inside);
                Continue(end, right - last, end - channels);
                FlatMath.FoldPairs(places, kernel.Weights + radius, radius, destination + (row * wantedFloats), wantedFloats);
            }
        }

        // Samples beyond a side: those of the side's sample, or none.
        private void Continue(float* samples, int count, float* side)
        {
            for (int i = 0; i < count; i++)
            {
                for (int c = 0; c < channels; c++)
                    *samples++ = edges == EdgeMode.Zero ? 0 : side[c];
            }
        }
    }
}
