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
    /// <param name="x">Continuous coordinate: a pixel's centre lies at +0.5. Beyond the sides the nearest pixels repeat.</param>
    /// <param name="y">Continuous coordinate.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySample(float x, float y, out Vector4 value)
    {
        float u = Math.Clamp(x - 0.5f, 0, width - 1), v = Math.Clamp(y - 0.5f, 0, height - 1);
        int left = (int)u, top = (int)v;
        if (left < 1 || top < 1 || left + 3 > width || top + 3 > height)
            return TrySampleWithCare(left, top, u - left, v - top, out value);

        Vector128<float> offsets = Vector128.Create(-1f, 0, 1, 2);
        Vector128<float> weightsX = CatmullRom.Weight(offsets - Vector128.Create(u - left));
        Vector128<float> weightsY = CatmullRom.Weight(offsets - Vector128.Create(v - top));
        var row = (float*)(pixels + ((nint)(top - 1) * width) + left - 1);
        nint stride = 4 * (nint)width;
        Vector128<float> low = Vector128.Create(float.PositiveInfinity), high = -low;
        Vector128<float> sum = Line(row, weightsX, ref low, ref high) * weightsY.GetElement(0);
        sum += Line(row + stride, weightsX, ref low, ref high) * weightsY.GetElement(1);
        sum += Line(row + (2 * stride), weightsX, ref low, ref high) * weightsY.GetElement(2);
        sum += Line(row + (3 * stride), weightsX, ref low, ref high) * weightsY.GetElement(3);

        bool isPlain = Vector128.EqualsAll(sum, sum) && (!weighByAlpha || low.GetElement(3) == high.GetElement(3));
        if (!isPlain)
            return TrySampleWithCare(left, top, u - left, v - top, out value);
        value = Vector128.MinNative(Vector128.MaxNative(sum, low), high).AsVector4();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Line(float* row, Vector128<float> weights, ref Vector128<float> low, ref Vector128<float> high)
    {
        Vector128<float> a = Vector128.Load(row), b = Vector128.Load(row + 4), c = Vector128.Load(row + 8), d = Vector128.Load(row + 12);
        low = Vector128.MinNative(low, Vector128.MinNative(Vector128.MinNative(a, b), Vector128.MinNative(c, d)));
        high = Vector128.MaxNative(high, Vector128.MaxNative(Vector128.MaxNative(a, b), Vector128.MaxNative(c, d)));
        return (a * weights.GetElement(0)) + (b * weights.GetElement(1)) + ((c * weights.GetElement(2)) + (d * weights.GetElement(3)));
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
