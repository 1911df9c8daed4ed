using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>From cells to pixels by the cubic B-spline.</summary>
internal static unsafe class SplineEnlargement
{
    /// <summary>Cells beyond a side that the spline reaches.</summary>
    public const int Margin = 2;

    private const int RowGrain = 8;

    /// <summary>Evaluates the spline at every pixel's centre.</summary>
    /// <param name="cells">The spline's coefficients, interleaved floats.</param>
    /// <param name="stored">Which cells are there: <see cref="Margin"/> beyond each side of the image.</param>
    /// <param name="channels">Floats of a cell, 1 or 4.</param>
    /// <param name="cell">Pixels of a cell.</param>
    /// <param name="destination">The image.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    public static void Apply(float* cells, RectI stored, int channels, int cell, float* destination, int width, int height)
    {
        using Scratch taps = Scratch.Of<Tap>(width);
        var columns = (Tap*)taps.Pointer;
        for (int x = 0; x < width; x++)
            columns[x] = new Tap(x, cell, stored.X1);

        Executor.For(0, height, RowGrain, new Body(cells, stored, channels, cell, destination, width, columns));
    }

    /// <summary>The first of the four cells around a pixel, counted from the first stored one, and their weights.</summary>
    private readonly struct Tap
    {
        public Tap(int pixel, int cell, int firstStored)
        {
            double position = ((pixel + 0.5) / cell) - 0.5;
            double floor = Math.Floor(position);
            First = (int)floor - 1 - firstStored;
            Weights = CubicSpline.Weights(position - floor);
        }

        public int First { get; }

        public Vector4 Weights { get; }
    }

    private readonly struct Body(
        float* cells, RectI stored, int channels, int cell, float* destination, int width, Tap* columns) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint floats = (nint)stored.Width * channels;
            using Scratch line = Scratch.Of<float>(floats);
            float** rows = stackalloc float*[4];
            for (int y = from; y < to; y++)
            {
                var tap = new Tap(y, cell, stored.Y1);
                for (int k = 0; k < 4; k++)
                    rows[k] = cells + ((tap.First + k) * floats);
                Vector4 weights = tap.Weights;
                FlatMath.Fold(rows, (float*)&weights, 4, line.Floats, floats);

                if (channels == 1)
                    Columns(line.Floats, destination + ((nint)y * width));
                else
                    Columns(line.Vectors, (Vector4*)destination + ((nint)y * width));
            }
        }

        private void Columns(float* line, float* target)
        {
            for (int x = 0; x < width; x++)
            {
                Vector4 terms = *(Vector4*)(line + columns[x].First) * columns[x].Weights;
                target[x] = terms.X + terms.Y + (terms.Z + terms.W);
            }
        }

        private void Columns(Vector4* line, Vector4* target)
        {
            for (int x = 0; x < width; x++)
            {
                Vector4* near = line + columns[x].First;
                Vector4 weights = columns[x].Weights;
                target[x] = (near[0] * weights.X) + (near[1] * weights.Y) + (near[2] * weights.Z) + (near[3] * weights.W);
            }
        }
    }
}
