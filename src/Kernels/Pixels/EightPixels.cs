using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaceFusion.Kernels.Pixels;

/// <summary>The first three channels of eight pixels side by side, each channel in a vector of its own.</summary>
/// <param name="X">The first channel.</param>
/// <param name="Y">The second.</param>
/// <param name="Z">The third.</param>
public readonly unsafe record struct EightPixels(Vector256<float> X, Vector256<float> Y, Vector256<float> Z)
{
    /// <summary>How many pixels they are.</summary>
    public const int Count = 8;

    /// <summary>Loads eight pixels of a row, beyond its end the last one again and again.</summary>
    /// <param name="row">The row.</param>
    /// <param name="x">The first pixel's column, inside the row.</param>
    /// <param name="width">The row's columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightPixels Load(Vector4* row, int x, int width)
    {
        if (width - x >= Count)
            return Load(row + x);
        Vector4* padded = stackalloc Vector4[Count];
        for (int i = 0; i < Count; i++)
            padded[i] = row[Math.Min(x + i, width - 1)];
        return Load(padded);
    }

    /// <summary>Loads eight values of a plane's row, beyond its end the last one again and again.</summary>
    /// <param name="row">The row.</param>
    /// <param name="x">The first value's column, inside the row.</param>
    /// <param name="width">The row's columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(float* row, int x, int width)
    {
        if (width - x >= Count)
            return Vector256.Load(row + x);
        float* padded = stackalloc float[Count];
        for (int i = 0; i < Count; i++)
            padded[i] = row[Math.Min(x + i, width - 1)];
        return Vector256.Load(padded);
    }

    /// <summary>Stores as many of them as a row has left.</summary>
    /// <param name="row">The row.</param>
    /// <param name="x">The first pixel's column, inside the row.</param>
    /// <param name="width">The row's columns.</param>
    /// <param name="w">The fourth channel.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector4* row, int x, int width, Vector256<float> w)
    {
        if (width - x >= Count)
        {
            Store((float*)(row + x), w);
            return;
        }

        Vector4* padded = stackalloc Vector4[Count];
        Store((float*)padded, w);
        for (int i = x; i < width; i++)
            row[i] = padded[i - x];
    }

    // Pixels 0 to 3 in the lower halves, 4 to 7 in the upper ones, interleaved twice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EightPixels Load(Vector4* pixels)
    {
        var floats = (float*)pixels;
        Vector256<float> a = Vector256.Create(Vector128.Load(floats), Vector128.Load(floats + 16)), b = Vector256.Create(Vector128.Load(floats + 4), Vector128.Load(floats + 20));
        Vector256<float> c = Vector256.Create(Vector128.Load(floats + 8), Vector128.Load(floats + 24)), d = Vector256.Create(Vector128.Load(floats + 12), Vector128.Load(floats + 28));
        Vector256<float> evens = Low(a, c), odds = Low(b, d);
        return new EightPixels(Low(evens, odds), High(evens, odds), Low(High(a, c), High(b, d)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(float* pixels, Vector256<float> w)
    {
        Vector256<float> xz = Low(X, Z), yw = Low(Y, w), a = Low(xz, yw), b = High(xz, yw);
        xz = High(X, Z);
        yw = High(Y, w);
        Vector256<float> c = Low(xz, yw), d = High(xz, yw);
        a.GetLower().Store(pixels);
        b.GetLower().Store(pixels + 4);
        c.GetLower().Store(pixels + 8);
        d.GetLower().Store(pixels + 12);
        a.GetUpper().Store(pixels + 16);
        b.GetUpper().Store(pixels + 20);
        c.GetUpper().Store(pixels + 24);
        d.GetUpper().Store(pixels + 28);
    }

    // Of each half a0 b0 a1 b1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Low(Vector256<float> a, Vector256<float> b) => Avx.IsSupported
        ? Avx.UnpackLow(a, b)
        : Vector256.Create(a[0], b[0], a[1], b[1], a[4], b[4], a[5], b[5]);

    // Of each half a2 b2 a3 b3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> High(Vector256<float> a, Vector256<float> b) => Avx.IsSupported
        ? Avx.UnpackHigh(a, b)
        : Vector256.Create(a[2], b[2], a[3], b[3], a[6], b[6], a[7], b[7]);
}
