using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>
/// Weighted sums over rows of RGBA pixels, four, six, eight or twelve columns wide. Column i of four has a chain of additions of
/// its own: down the rows, then from four columns to the next four; at the end (0 + 2) + (1 + 3). A vector that holds
/// two pixels and one that holds four add the same numbers in the same order: the bits are the same.
/// </summary>
internal static unsafe class TapSums
{
    /// <summary>As how many columns so many taps are summed when any of them are stretched: 6, 8 or 12.</summary>
    public static int Columns(int taps) => taps > 8 ? 12 : taps > 6 ? 8 : 6;

    /// <summary>Four by four taps.</summary>
    /// <param name="first">The first of the rows' pixels.</param>
    /// <param name="stride">Pixels from a row to the next.</param>
    /// <param name="weights">Four weights along x, then four along y.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 Bicubic(Vector4* first, nint stride, Vector256<float> weights)
    {
        var row0 = (float*)first;
        float* row1 = row0 + (stride * 4);
        float* row2 = row1 + (stride * 4);
        float* row3 = row2 + (stride * 4);
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> both = Vector512.Create(weights, weights);
            Vector512<float> columns = Vector512.Load(row0) * Row512(both, 4);
            columns = Vector512.FusedMultiplyAdd(Vector512.Load(row1), Row512(both, 5), columns);
            columns = Vector512.FusedMultiplyAdd(Vector512.Load(row2), Row512(both, 6), columns);
            columns = Vector512.FusedMultiplyAdd(Vector512.Load(row3), Row512(both, 7), columns);
            return Join(columns * Vector512.Shuffle(both, Vector512.Create(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)));
        }

        Vector256<float> weight = Row256(weights, 4);
        Vector256<float> left = Vector256.Load(row0) * weight, right = Vector256.Load(row0 + 8) * weight;
        weight = Row256(weights, 5);
        left = Vector256.FusedMultiplyAdd(Vector256.Load(row1), weight, left);
        right = Vector256.FusedMultiplyAdd(Vector256.Load(row1 + 8), weight, right);
        weight = Row256(weights, 6);
        left = Vector256.FusedMultiplyAdd(Vector256.Load(row2), weight, left);
        right = Vector256.FusedMultiplyAdd(Vector256.Load(row2 + 8), weight, right);
        weight = Row256(weights, 7);
        left = Vector256.FusedMultiplyAdd(Vector256.Load(row3), weight, left);
        right = Vector256.FusedMultiplyAdd(Vector256.Load(row3 + 8), weight, right);
        return Join(left * Spread01(weights), right * Spread23(weights));
    }

    /// <summary>Six columns of any number of rows.</summary>
    /// <param name="first">The first of the rows' pixels.</param>
    /// <param name="stride">Pixels from a row to the next.</param>
    /// <param name="weightsX">As many as columns; the others don't count.</param>
    /// <param name="weightsY">As many as rows.</param>
    /// <param name="rows">At least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 Six(Vector4* first, nint stride, Vector256<float> weightsX, float* weightsY, int rows)
    {
        var row = (float*)first;
        float* end = weightsY + rows;
        stride *= 4;
        Vector256<float> a = Vector256<float>.Zero, b = a, c = a;
        for (; weightsY < end; weightsY++, row += stride)
        {
            Vector256<float> weight = Vector256.Create(*weightsY);
            a = Vector256.FusedMultiplyAdd(Vector256.Load(row), weight, a);
            b = Vector256.FusedMultiplyAdd(Vector256.Load(row + 8), weight, b);
            c = Vector256.FusedMultiplyAdd(Vector256.Load(row + 16), weight, c);
        }

        return Join((a * Spread01(weightsX)) + (c * Spread45(weightsX)), b * Spread23(weightsX));
    }

    /// <summary>As <see cref="Six"/>, of eight columns.</summary>
    /// <inheritdoc cref="Six"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 Eight(Vector4* first, nint stride, Vector256<float> weightsX, float* weightsY, int rows)
    {
        var row = (float*)first;
        float* end = weightsY + rows;
        stride *= 4;
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> near = Vector512<float>.Zero, far = near;
            for (; weightsY < end; weightsY++, row += stride)
            {
                Vector512<float> weight = Vector512.Create(*weightsY);
                near = Vector512.FusedMultiplyAdd(Vector512.Load(row), weight, near);
                far = Vector512.FusedMultiplyAdd(Vector512.Load(row + 16), weight, far);
            }

            return Join((near * Near512(weightsX)) + (far * Far512(weightsX)));
        }

        Vector256<float> a = Vector256<float>.Zero, b = a, c = a, d = a;
        for (; weightsY < end; weightsY++, row += stride)
        {
            Vector256<float> weight = Vector256.Create(*weightsY);
            a = Vector256.FusedMultiplyAdd(Vector256.Load(row), weight, a);
            b = Vector256.FusedMultiplyAdd(Vector256.Load(row + 8), weight, b);
            c = Vector256.FusedMultiplyAdd(Vector256.Load(row + 16), weight, c);
            d = Vector256.FusedMultiplyAdd(Vector256.Load(row + 24), weight, d);
        }

        return Join((a * Spread01(weightsX)) + (c * Spread45(weightsX)), (b * Spread23(weightsX)) + (d * Spread67(weightsX)));
    }

    /// <summary>As <see cref="Six"/>, of twelve columns.</summary>
    /// <param name="first">The first of the rows' pixels.</param>
    /// <param name="stride">Pixels from a row to the next.</param>
    /// <param name="weightsX">Those of the first eight columns.</param>
    /// <param name="lastX">Those of the last four.</param>
    /// <param name="weightsY">As many as rows.</param>
    /// <param name="rows">At least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 Twelve(Vector4* first, nint stride, Vector256<float> weightsX, Vector128<float> lastX, float* weightsY, int rows)
    {
        var row = (float*)first;
        float* end = weightsY + rows;
        stride *= 4;
        Vector256<float> last = lastX.ToVector256Unsafe();
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> near = Vector512<float>.Zero, middle = near, far = near;
            for (; weightsY < end; weightsY++, row += stride)
            {
                Vector512<float> weight = Vector512.Create(*weightsY);
                near = Vector512.FusedMultiplyAdd(Vector512.Load(row), weight, near);
                middle = Vector512.FusedMultiplyAdd(Vector512.Load(row + 16), weight, middle);
                far = Vector512.FusedMultiplyAdd(Vector512.Load(row + 32), weight, far);
            }

            return Join(((near * Near512(weightsX)) + (middle * Far512(weightsX))) + (far * Near512(last)));
        }

        Vector256<float> a = Vector256<float>.Zero, b = a, c = a, d = a, e = a, f = a;
        for (; weightsY < end; weightsY++, row += stride)
        {
            Vector256<float> weight = Vector256.Create(*weightsY);
            a = Vector256.FusedMultiplyAdd(Vector256.Load(row), weight, a);
            b = Vector256.FusedMultiplyAdd(Vector256.Load(row + 8), weight, b);
            c = Vector256.FusedMultiplyAdd(Vector256.Load(row + 16), weight, c);
            d = Vector256.FusedMultiplyAdd(Vector256.Load(row + 24), weight, d);
            e = Vector256.FusedMultiplyAdd(Vector256.Load(row + 32), weight, e);
            f = Vector256.FusedMultiplyAdd(Vector256.Load(row + 40), weight, f);
        }

        return Join(
            (a * Spread01(weightsX)) + (c * Spread45(weightsX)) + (e * Spread01(last)),
            (b * Spread23(weightsX)) + (d * Spread67(weightsX)) + (f * Spread23(last)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Row256(Vector256<float> weights, int row) => Vector256.Shuffle(weights, Vector256.Create(row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Row512(Vector512<float> weights, int row) => Vector512.Shuffle(weights, Vector512.Create(row));

    // Two weights, each in the lanes of a pixel.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spread01(Vector256<float> weights) => Vector256.Shuffle(weights, Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spread23(Vector256<float> weights) => Vector256.Shuffle(weights, Vector256.Create(2, 2, 2, 2, 3, 3, 3, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spread45(Vector256<float> weights) => Vector256.Shuffle(weights, Vector256.Create(4, 4, 4, 4, 5, 5, 5, 5));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spread67(Vector256<float> weights) => Vector256.Shuffle(weights, Vector256.Create(6, 6, 6, 6, 7, 7, 7, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Near512(Vector256<float> weights) => Vector512.Create(Spread01(weights), Spread23(weights));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Far512(Vector256<float> weights) => Vector512.Create(Spread45(weights), Spread67(weights));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector4 Join(Vector512<float> columns) => Join(columns.GetLower(), columns.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector4 Join(Vector256<float> left, Vector256<float> right)
    {
        Vector256<float> pairs = left + right;
        return (pairs.GetLower() + pairs.GetUpper()).AsVector4();
    }
}
