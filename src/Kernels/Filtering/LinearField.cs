using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>
/// A value that changes evenly over an image, every channel for itself: what a large light from one side adds to a picture.
/// </summary>
public readonly unsafe struct LinearField
{
    // Sums from here on tell a slope: pixels all in one line tell none across it.
    private const double LeastSpread = 1e-6;

    private const int RowGrain = 16;

    private readonly Vector4 _origin;
    private readonly Vector4 _perColumn;
    private readonly Vector4 _perRow;

    private LinearField(Vector4 origin, Vector4 perColumn, Vector4 perRow)
    {
        _origin = origin;
        _perColumn = perColumn;
        _perRow = perRow;
    }

    /// <summary>
    /// The field nearest to the difference of two images by weighted least squares: a − b ≈ origin + x·column + y·row. Zero
    /// where nothing has a weight; level where the pixels that have one tell no slope.
    /// </summary>
    /// <param name="a">The first image.</param>
    /// <param name="b">The image to subtract; as large.</param>
    /// <param name="weights">What each pixel counts, 0 or more; as large.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static LinearField FitDifference(ImageBuffer a, ImageBuffer b, Plane weights)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(weights);
        if (a.Width != b.Width || a.Height != b.Height || a.Width != weights.Width || a.Height != weights.Height)
            throw new ArgumentException("Both images and the weights have one size.");

        // Every row's sums in single precision about the image's middle, their sums in double, in one order.
        Vector2 middle = new((a.Width - 1) / 2f, (a.Height - 1) / 2f);
        using Scratch memory = Scratch.Of<Row>(a.Height);
        var rows = (Row*)memory.Pointer;
        Executor.For(0, a.Height, RowGrain, new Body(a.Pointer, b.Pointer, weights.Pointer, a.Width, middle.X, rows));
        Sums total = default;
        for (int y = 0; y < a.Height; y++)
            total.Add(rows[y], y - middle.Y);
        return total.Solve(middle);
    }

    /// <summary>The field at a pixel.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    public Vector4 At(int x, int y) => _origin + x * _perColumn + y * _perRow;

    private readonly struct Body(Vector4* a, Vector4* b, float* weights, int width, float middle, Row* rows) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                Row sums = default;
                nint first = (nint)y * width;
                for (int x = 0; x < width; x++)
                {
                    float weight = weights[first + x];
                    if (weight == 0)
                        continue;
                    Vector4 difference = weight * (a[first + x] - b[first + x]);
                    float across = x - middle;
                    sums.Weight += weight;
                    sums.X += weight * across;
                    sums.XX += weight * across * across;
                    sums.Value += difference;
                    sums.XValue += across * difference;
                }

                rows[y] = sums;
            }
        }
    }

    private struct Row
    {
        public float Weight, X, XX;
        public Vector4 Value, XValue;
    }

    private struct Sums
    {
        private double _weight, _x, _y, _xx, _xy, _yy;
        private Vector256<double> _value, _xValue, _yValue;

        public void Add(in Row row, double y)
        {
            _weight += row.Weight;
            _x += row.X;
            _y += y * row.Weight;
            _xx += row.XX;
            _xy += y * row.X;
            _yy += y * y * row.Weight;
            _value += Wide(row.Value);
            _xValue += Wide(row.XValue);
            _yValue += y * Wide(row.Value);
        }

        // About the pixels' mean the slopes are apart from the level.
        public readonly LinearField Solve(Vector2 middle)
        {
            if (!(_weight > 0))
                return default;
            double x = _x / _weight, y = _y / _weight;
            double xx = _xx - x * _x, xy = _xy - x * _y, yy = _yy - y * _y, determinant = xx * yy - xy * xy;
            Vector256<double> level = _value * (1 / _weight), across = _xValue - x * _value, down = _yValue - y * _value;
            Vector256<double> perColumn = default, perRow = default;
            if (determinant > LeastSpread * (xx + yy) * (xx + yy))
            {
                perColumn = across * (yy / determinant) - xy / determinant * down;
                perRow = down * (xx / determinant) - xy / determinant * across;
            }

            Vector256<double> origin = level - (middle.X + x) * perColumn - (middle.Y + y) * perRow;
            return new LinearField(Narrow(origin), Narrow(perColumn), Narrow(perRow));
        }

        private static Vector256<double> Wide(Vector4 value) =>
            Vector256.Create(Vector128.WidenLower(value.AsVector128()), Vector128.WidenUpper(value.AsVector128()));

        private static Vector4 Narrow(Vector256<double> value) => Vector128.Narrow(value.GetLower(), value.GetUpper()).AsVector4();
    }
}
