using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>From cells to pixels by the cubic B-spline.</summary>
internal static unsafe class SplineEnlargement
{
    /// <summary>Cells beyond a side that the spline reaches.</summary>
    public const int Margin = 2;

    private const int Taps = 4;
    private const int Lanes = 8;

    /// <summary>Evaluates the spline at every pixel's centre.</summary>
    /// <param name="cells">The spline's coefficients, interleaved floats.</param>
    /// <param name="stored">Which cells are there: <see cref="Margin"/> beyond each side of the image.</param>
    /// <param name="channels">Floats of a cell, 1 or 4.</param>
    /// <param name="cell">Pixels of a cell.</param>
    /// <param name="destination">The image.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="isNormalised">Whether every pixel, of four channels, is divided by its fourth where that is above 0, and is 0 elsewhere.</param>
    public static void Apply(float* cells, RectI stored, int channels, int cell, float* destination, int width, int height, bool isNormalised = false)
    {
        // The weights of tap after tap, each for every place from a cell's centre to the next one's and every channel.
        int floats = cell * channels;
        using Scratch weights = Scratch.Of<float>((Taps * (long)floats) + Lanes);
        for (int k = 0; k < cell; k++)
        {
            Vector4 taps = new Tap(k + (cell / 2), cell).Weights;
            for (int c = 0; c < Taps * channels; c++)
                weights.Floats[((c / channels) * floats) + (k * channels) + (c % channels)] = taps[c / channels];
        }

        new Span<float>(weights.Floats + (Taps * floats), Lanes).Clear();
        long products = Taps * ((long)height * ((stored.Width * channels) + (width * (long)channels)));
        Executor.For(0, height, RowPieces.Of(height, products), new Body(cells, stored, channels, cell, destination, width, weights.Floats, isNormalised));
    }

    /// <summary>The first of the four cells around a pixel, and their weights.</summary>
    private readonly struct Tap
    {
        public Tap(int pixel, int cell)
        {
            double position = ((pixel + 0.5) / cell) - 0.5;
            double floor = Math.Floor(position);
            First = (int)floor - 1;
            Weights = CubicSpline.Weights(position - floor);
        }

        public int First { get; }

        public Vector4 Weights { get; }
    }

    private readonly struct Body(
        float* cells, RectI stored, int channels, int cell, float* destination, int width, float* weights, bool isNormalised) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint floats = (nint)stored.Width * channels;
            using Scratch line = Scratch.Of<float>(floats);
            float** rows = stackalloc float*[Taps];
            for (int y = from; y < to; y++)
            {
                Tap tap = new(y, cell);
                for (int k = 0; k < Taps; k++)
                    rows[k] = cells + ((tap.First - stored.Y1 + k) * floats);
                Vector4 rowWeights = tap.Weights;
                FlatMath.Fold(rows, (float*)&rowWeights, Taps, line.Floats, floats);
                Columns(line.Floats, destination + ((nint)y * width * channels));
            }
        }

        // From a cell's centre to the next the four cells stay the same.
        private void Columns(float* line, float* target)
        {
            int x = 0, first = -2;
            for (int end = Math.Min(cell / 2, width); x < width; first++, end = Math.Min(end + cell, width))
            {
                float* near = line + ((nint)(first - stored.X1) * channels), places = weights + (x > 0 ? 0 : (cell - (cell / 2)) * channels);
                if (channels == 1)
                    Values(near, places, target + x, end - x, width - x);
                else
                    Pixels((Vector4*)near, places, (Vector4*)target + x, end - x);
                x = end;
            }
        }

        // What a last vector has too much of is overwritten by the next cell's.
        private void Values(float* near, float* places, float* target, int count, int room)
        {
            int x = 0;
            Vector256<float> a = Vector256.Create(near[0]), b = Vector256.Create(near[1]), c = Vector256.Create(near[2]), d = Vector256.Create(near[3]);
            for (; x < count && room - x >= Lanes; x += Lanes)
            {
                Vector256<float> sum = a * Vector256.Load(places + x);
                sum = Vector256.FusedMultiplyAdd(b, Vector256.Load(places + x + cell), sum);
                sum = Vector256.FusedMultiplyAdd(c, Vector256.Load(places + x + (2 * cell)), sum);
                Vector256.FusedMultiplyAdd(d, Vector256.Load(places + x + (3 * cell)), sum).Store(target + x);
            }

            for (; x < count; x++)
            {
                float sum = near[0] * places[x];
                sum = MathF.FusedMultiplyAdd(near[1], places[x + cell], sum);
                sum = MathF.FusedMultiplyAdd(near[2], places[x + (2 * cell)], sum);
                target[x] = MathF.FusedMultiplyAdd(near[3], places[x + (3 * cell)], sum);
            }
        }

        private void Pixels(Vector4* pixels, float* places, Vector4* target, int count)
        {
            Vector256<float> a = PixelPairs.Twice(pixels[0]), b = PixelPairs.Twice(pixels[1]), c = PixelPairs.Twice(pixels[2]), d = PixelPairs.Twice(pixels[3]);
            nint tap = 4 * (nint)cell;
            for (; count > 0; count -= 2, places += 8, target += 2)
            {
                // Of the last pair the second pixel may not be there.
                Vector256<float> sum = a * Vector256.Load(places);
                sum = Vector256.FusedMultiplyAdd(b, Vector256.Load(places + tap), sum);
                sum = Vector256.FusedMultiplyAdd(c, Vector256.Load(places + (2 * tap)), sum);
                sum = Vector256.FusedMultiplyAdd(d, Vector256.Load(places + (3 * tap)), sum);
                if (isNormalised)
                {
                    Vector256<float> share = PixelPairs.Alpha(sum);
                    sum = Vector256.GreaterThan(share, Vector256<float>.Zero) & (sum / share);
                }

                PixelPairs.Store(sum, target, count);
            }
        }
    }
}
