using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Filtering;

/// <summary>Unsharp masking of one channel, by what a mask lets it see and without halos.</summary>
public static unsafe class MaskedSharpen
{
    private const int RowGrain = 8;

    /// <summary>
    /// value + amount·(value − blurred), no further outside the range of its 3×3 neighbours than
    /// <paramref name="overshoot"/> of that range; blurred is G(value·m) / G(m) with the Gaussian of σ, cut at 4σ. Where it
    /// reaches nothing of the mask the value stays.
    /// </summary>
    /// <param name="image">Its first channel is changed in place; finite.</param>
    /// <param name="mask">Same size; ≥ 0 and finite.</param>
    /// <param name="sigma">Standard deviation in pixels, ≥ 0; its cost grows with it.</param>
    /// <param name="amount">How much.</param>
    /// <param name="overshoot">≥ 0; 0 allows no halo at all.</param>
    public static void Apply(ImageBuffer image, Plane mask, float sigma, float amount, float overshoot)
    {
        ArgumentNullException.ThrowIfNull(image);
        BufferShape.RequireSize(mask, image.Width, image.Height);
        if (image.Length == 0)
            return;

        using Plane values = Plane.Uninitialized(image.Width, image.Height);
        using Scratch masked = Scratch.Of<Vector2>(image.Length), blurred = Scratch.Of<Vector2>(image.Length);
        Executor.For(0, image.Height, RowGrain, new MultiplyBody(image.Pointer, mask.Pointer, values.Pointer, (Vector2*)masked.Pointer, image.Width));
        using (GaussianKernel kernel = GaussianKernel.Create(sigma))
            SeparableFilter.Apply(masked.Floats, image.Bounds, 2, kernel, blurred.Floats, image.Bounds, EdgeMode.Zero);
        Executor.For(0, image.Height, RowGrain, new SharpenBody(values.Pointer, blurred.Floats, amount, overshoot, image.Pointer, image.Width, image.Height));
    }

    // The channel on its own, and times the mask beside the mask.
    private readonly struct MultiplyBody(Vector4* image, float* mask, float* values, Vector2* masked, int width) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
            {
                float value = image[i].X;
                values[i] = value;
                masked[i] = new Vector2(value, 1) * mask[i];
            }
        }
    }

    private readonly struct SharpenBody(float* values, float* blurred, float amount, float overshoot, Vector4* image, int width, int height) : IRangeBody
    {
        public void Run(int from, int to)
        {
            // A row of minima of three rows and one of maxima, each with the side's once more on either side; and one of results.
            using Scratch memory = Scratch.Of<float>((2 * (width + 2L)) + width);
            float* low = memory.Floats + 1, high = low + width + 2, result = high + width + 1;
            for (int y = from; y < to; y++)
            {
                float* row = values + ((nint)y * width);
                float* above = values + ((nint)Math.Max(y - 1, 0) * width), below = values + ((nint)Math.Min(y + 1, height - 1) * width);
                Extremes(above, row, below, low, high);
                Sharpen(row, low, high, blurred + (2 * (nint)y * width), result, image + ((nint)y * width));
            }
        }

        private void Extremes(float* above, float* row, float* below, float* low, float* high)
        {
            int x = 0;
            for (; x <= width - Vector256<float>.Count; x += Vector256<float>.Count)
            {
                Vector256<float> a = Vector256.Load(above + x), b = Vector256.Load(row + x), c = Vector256.Load(below + x);
                Vector256.MinNative(Vector256.MinNative(a, b), c).Store(low + x);
                Vector256.MaxNative(Vector256.MaxNative(a, b), c).Store(high + x);
            }

            for (; x < width; x++)
            {
                low[x] = MathF.Min(MathF.Min(above[x], row[x]), below[x]);
                high[x] = MathF.Max(MathF.Max(above[x], row[x]), below[x]);
            }

            (low[-1], low[width], high[-1], high[width]) = (low[0], low[width - 1], high[0], high[width - 1]);
        }

        private void Sharpen(float* row, float* low, float* high, float* seen, float* result, Vector4* target)
        {
            int x = 0;
            for (; x <= width - Vector256<float>.Count; x += Vector256<float>.Count)
            {
                Vector256<float> least = Vector256.MinNative(Vector256.MinNative(Vector256.Load(low + x - 1), Vector256.Load(low + x)), Vector256.Load(low + x + 1));
                Vector256<float> most = Vector256.MaxNative(Vector256.MaxNative(Vector256.Load(high + x - 1), Vector256.Load(high + x)), Vector256.Load(high + x + 1));
                Vector256<float> own = Vector256.Load(row + x), room = (most - least) * overshoot;
                Vector256<float> near = Apart(Vector256.Load(seen + (2 * x))), far = Apart(Vector256.Load(seen + (2 * x) + Vector256<float>.Count));
                Vector256<float> weight = Vector256.Create(near.GetUpper(), far.GetUpper());
                Vector256<float> sharp = own + ((own - (Vector256.Create(near.GetLower(), far.GetLower()) / weight)) * amount);
                sharp = Vector256.MinNative(Vector256.MaxNative(sharp, least - room), most + room);
                Vector256.ConditionalSelect(Vector256.GreaterThan(weight, Vector256<float>.Zero), sharp, own).Store(result + x);
            }

            for (; x < width; x++)
            {
                float least = MathF.Min(MathF.Min(low[x - 1], low[x]), low[x + 1]), most = MathF.Max(MathF.Max(high[x - 1], high[x]), high[x + 1]);
                float room = overshoot * (most - least), weight = seen[(2 * x) + 1];
                result[x] = weight > 0 ? Math.Clamp(row[x] + (amount * (row[x] - (seen[2 * x] / weight))), least - room, most + room) : row[x];
            }

            for (x = 0; x < width; x++)
                target[x].X = result[x];
        }

        // Four values, then their four weights.
        private static Vector256<float> Apart(Vector256<float> pairs) => Vector256.Shuffle(pairs, Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));
    }
}
