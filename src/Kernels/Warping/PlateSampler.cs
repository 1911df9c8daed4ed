using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Kernels.Warping;

/// <summary>
/// Catmull-Rom bicubic samples that stay within the range of the sixteen pixels they come from, that leave out missing
/// pixels and, of pixels that aren't opaque, count colours by their alpha.
/// </summary>
internal readonly unsafe struct PlateSampler(Vector4* pixels, int width, int height, bool weighByAlpha)
{
    // What so little weight or alpha stands for is nothing.
    private const float LeastWeight = 1e-6f;

    /// <summary>The value at a place; <see langword="false"/> when all pixels that count there are missing.</summary>
    /// <param name="place">Continuous coordinates in the first two lanes: a pixel's centre lies at +0.5. Beyond the sides the nearest pixels repeat.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySample(Vector128<float> place, out Vector4 value)
    {
        Vector128<float> last = Vector128.Create((float)(width - 1), height - 1, 0, 0);
        place = Vector128.MinNative(Vector128.MaxNative(place - Vector128.Create(0.5f), Vector128<float>.Zero), last);
        Vector128<int> whole = Vector128.ConvertToInt32Native(place);
        Vector128<float> along = place - Vector128.ConvertToSingle(whole);
        int left = whole.ToScalar(), top = whole.GetElement(1);
        if (left < 1 || top < 1 || left + 3 > width || top + 3 > height)
            return TrySampleWithCare(left, top, along.ToScalar(), along.GetElement(1), out value);

        Vector256<float> weights = CatmullRom.Weights(Vector256.Shuffle(along.ToVector256Unsafe(), Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1)));
        Vector256<float> first = Vector256.Shuffle(weights, Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1)), second = Vector256.Shuffle(weights, Vector256.Create(2, 2, 2, 2, 3, 3, 3, 3));
        var row = (float*)(pixels + ((nint)(top - 1) * width) + left - 1);
        nint stride = 4 * (nint)width;
        Vector256<float> lows = Vector256.Create(float.PositiveInfinity), highs = -lows;
        Vector256<float> sums = Line(row, first, second, ref lows, ref highs) * Vector256.Shuffle(weights, Vector256.Create(4));
        sums = Vector256.FusedMultiplyAdd(Line(row + stride, first, second, ref lows, ref highs), Vector256.Shuffle(weights, Vector256.Create(5)), sums);
        sums = Vector256.FusedMultiplyAdd(Line(row + (2 * stride), first, second, ref lows, ref highs), Vector256.Shuffle(weights, Vector256.Create(6)), sums);
        sums = Vector256.FusedMultiplyAdd(Line(row + (3 * stride), first, second, ref lows, ref highs), Vector256.Shuffle(weights, Vector256.Create(7)), sums);

        Vector128<float> sum = sums.GetLower() + sums.GetUpper();
        Vector128<float> low = Vector128.MinNative(lows.GetLower(), lows.GetUpper()), high = Vector128.MaxNative(highs.GetLower(), highs.GetUpper());
        bool isPlain = Vector128.EqualsAll(sum, sum) && (!weighByAlpha || low.GetElement(3) == high.GetElement(3));
        if (!isPlain)
            return TrySampleWithCare(left, top, along.ToScalar(), along.GetElement(1), out value);
        value = Vector128.MinNative(Vector128.MaxNative(sum, low), high).AsVector4();
        return true;
    }

    // Two pixels and two pixels of a row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Line(float* row, Vector256<float> first, Vector256<float> second, ref Vector256<float> low, ref Vector256<float> high)
    {
        Vector256<float> a = Vector256.Load(row), b = Vector256.Load(row + 8);
        low = Vector256.MinNative(low, Vector256.MinNative(a, b));
        high = Vector256.MaxNative(high, Vector256.MaxNative(a, b));
        return Vector256.FusedMultiplyAdd(b, second, a * first);
    }

    // The same sum at the sides and over unequal alpha. Next to a missing pixel the weights are those of a spline, which
    // are positive: what is left of them can always be scaled up to one.
    private bool TrySampleWithCare(int left, int top, float alongX, float alongY, out Vector4 value)
    {
        Vector128<float> offsets = Vector128.Create(-1f, 0, 1, 2);
        Vector4 weightsX = CatmullRom.Weight(offsets - Vector128.Create(alongX)).AsVector4();
        Vector4 weightsY = CatmullRom.Weight(offsets - Vector128.Create(alongY)).AsVector4();
        if (Sum(left, top, weightsX, weightsY, out value) == 16)
            return true;
        return Sum(left, top, CubicSpline.Weights(alongX), CubicSpline.Weights(alongY), out value) > 0;
    }

    // Returns how many of the sixteen pixels aren't missing; 0 also when none of those counts.
    private int Sum(int left, int top, Vector4 weightsX, Vector4 weightsY, out Vector4 value)
    {
        Vector4 sum = default, low = new(float.PositiveInfinity), high = -low;
        float total = 0, colours = 0;
        int found = 0;
        for (int j = 0; j < 4; j++)
        {
            Vector4* row = pixels + ((nint)Math.Clamp(top - 1 + j, 0, height - 1) * width);
            for (int i = 0; i < 4; i++)
            {
                Vector4 pixel = row[Math.Clamp(left - 1 + i, 0, width - 1)];
                if (float.IsNaN(pixel.X + pixel.Y + pixel.Z + pixel.W))
                    continue;

                found++;
                float weight = weightsX[i] * weightsY[j], share = weighByAlpha ? weight * pixel.W : weight;
                sum += (pixel * share) with { W = pixel.W * weight };
                total += weight;
                colours += share;
                bool hasColour = !weighByAlpha || pixel.W > 0;
                low = Vector4.Min(low, hasColour ? pixel : pixel with { X = low.X, Y = low.Y, Z = low.Z });
                high = Vector4.Max(high, hasColour ? pixel : pixel with { X = high.X, Y = high.Y, Z = high.Z });
            }
        }

        value = default;
        if (!(total > LeastWeight))
            return 0;
        float alpha = Math.Clamp(sum.W / total, low.W, high.W);
        value = weighByAlpha && !(colours > LeastWeight)
            ? new Vector4(0, 0, 0, alpha)
            : Vector4.Clamp(sum / colours, low, high) with { W = alpha };
        return found;
    }
}
