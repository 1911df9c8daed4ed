using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Filtering;

/// <summary>The <see cref="EdgeEnergy"/> of one plane, or of two under the same weights, from blur to blur.</summary>
internal sealed unsafe class EdgeScales : IDisposable
{
    // Operations on eight lanes a pixel's gradient takes, beside a filter's multiplications.
    private const int GradientProducts = 10;

    private readonly Plane _weights;
    private readonly int _channels;
    private readonly double _weight;
    private readonly Scratch _rows;
    private Scratch _values;
    private Scratch _spare;
    private float _variance;

    /// <param name="weights">≥ 0.</param>
    /// <param name="channels">Planes, 1 or 2.</param>
    public EdgeScales(Plane weights, int channels)
    {
        _weights = weights;
        _channels = channels;
        _values = Scratch.Of<float>((long)weights.Length * channels);
        _spare = Scratch.Of<float>((long)weights.Length * channels);
        _rows = Scratch.Of<double>(2L * Math.Max(weights.Height, 1));

        // The gradients' pixels: all but the last column and row.
        using Plane counted = weights.Crop(RectI.FromSize(Math.Max(weights.Width - 1, 0), Math.Max(weights.Height - 1, 0)));
        _weight = PlaneMath.Sum(counted);
    }

    /// <summary>The planes' values, those of a pixel side by side; finite. Set before anything is measured, blurred from then on.</summary>
    public Span<float> Values => new(_values.Floats, checked(_weights.Length * _channels));

    /// <summary>Sets the values of two planes.</summary>
    /// <param name="first">Of the weights' size.</param>
    /// <param name="second">Likewise.</param>
    public void Set(Plane first, Plane second)
    {
        float* a = first.Pointer, b = second.Pointer, both = _values.Floats;
        int i = 0;
        for (; i <= first.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Vector256<float> own = Vector256.Load(a + i), other = Vector256.Load(b + i);
            Interleave(own.GetLower(), other.GetLower()).Store(both + (2 * i));
            Interleave(own.GetUpper(), other.GetUpper()).Store(both + (2 * i) + Vector256<float>.Count);
        }

        for (; i < first.Length; i++)
            (both[2 * i], both[(2 * i) + 1]) = (a[i], b[i]);

        static Vector256<float> Interleave(Vector128<float> a, Vector128<float> b) =>
            Vector256.Shuffle(Vector256.Create(a, b), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7));
    }

    /// <summary>Blurs on, to a variance, and measures.</summary>
    /// <param name="variance">In squared pixels; above the last one.</param>
    /// <param name="energies">Of each plane; 0 where nothing is seen.</param>
    public void Measure(float variance, Span<double> energies)
    {
        if (_weights.Length > 0)
        {
            using GaussianKernel kernel = GaussianKernel.Create(MathF.Sqrt(variance - _variance));
            SeparableFilter.Apply(_values.Floats, _weights.Bounds, _channels, kernel, _spare.Floats, _weights.Bounds, EdgeMode.Replicate);
        }

        (_values, _spare) = (_spare, _values);
        _variance = variance;
        double* means = stackalloc double[2] { double.PositiveInfinity, double.PositiveInfinity };
        Mean(means, float.PositiveInfinity);
        Mean(means, EdgeEnergy.OutlierLimit);
        for (int i = 0; i < _channels; i++)
            energies[i] = means[i];
    }

    public void Dispose()
    {
        _values.Dispose();
        _spare.Dispose();
        _rows.Dispose();
    }

    // The means, of energies no larger than so many times the last ones.
    private void Mean(double* means, float limit)
    {
        int height = _weights.Height - 1;
        var sums = (double*)_rows.Pointer;
        Body body = new(_values.Floats, _weights.Pointer, _weights.Width, _channels, limit * (float)means[0], limit * (float)means[1], sums);
        Executor.For(0, height, RowPieces.Of(height, (long)_weights.Length * _channels * GradientProducts), body);
        means[0] = means[1] = 0;
        for (int y = 0; y < height && _weight > 0; y++)
        {
            for (int i = 0; i < _channels; i++)
                means[i] += sums[(2 * y) + i] / _weight;
        }
    }

    private readonly struct Body(float* values, float* weights, int width, int channels, float limit0, float limit1, double* sums) : IRangeBody
    {
        public void Run(int from, int to)
        {
            nint floats = (nint)width * channels, last = floats - channels;
            Vector256<float> limits = Vector256.Create(limit0, limit1, limit0, limit1, limit0, limit1, limit0, limit1);
            if (channels == 1)
                limits = Vector256.Create(limit0);
            for (int y = from; y < to; y++)
            {
                float* row = values + (y * floats), below = row + floats, weight = weights + ((nint)y * width);
                Vector256<float> energies = default;
                nint i = 0;
                for (; i <= last - Vector256<float>.Count; i += Vector256<float>.Count)
                {
                    Vector256<float> here = Vector256.Load(row + i);
                    Vector256<float> right = Vector256.Load(row + i + channels) - here, down = Vector256.Load(below + i) - here;
                    Vector256<float> share = channels == 1 ? Vector256.Load(weight + i) : Twice(weight + (i / 2));
                    energies += share * Vector256.MinNative((right * right) + (down * down), limits);
                }

                // By planes: two of them take turns.
                Vector128<float> four = energies.GetLower() + energies.GetUpper();
                double even = (double)four[0] + four[2], odd = (double)four[1] + four[3];
                double first = channels == 1 ? even + odd : even, second = channels == 1 ? 0 : odd;
                for (; i < last; i++)
                {
                    float right = row[i + channels] - row[i], down = below[i] - row[i], square = (right * right) + (down * down);
                    bool isSecond = channels == 2 && (i & 1) == 1;
                    double energy = weight[i / channels] * MathF.Min(square, isSecond ? limit1 : limit0);
                    first += isSecond ? 0 : energy;
                    second += isSecond ? energy : 0;
                }

                sums[2 * y] = first;
                sums[(2 * y) + 1] = second;
            }
        }

        // Four weights, each for both planes.
        private static Vector256<float> Twice(float* weights) => Vector256.Shuffle(
            Vector128.Load(weights).ToVector256Unsafe(), Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3));
    }
}
