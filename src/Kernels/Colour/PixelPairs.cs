using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>Two RGBA pixels in one vector.</summary>
internal static unsafe class PixelPairs
{
    /// <summary>Two pixels from memory, or one and a black one where no more are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(Vector4* pixels, int left) =>
        left >= 2 ? Vector256.Load((float*)pixels) : pixels->AsVector128().ToVector256();

    /// <summary>Two pixels into memory, or the first alone where no more are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> pair, Vector4* pixels, int left)
    {
        if (left >= 2)
            pair.Store((float*)pixels);
        else
            *pixels = pair.GetLower().AsVector4();
    }

    /// <summary>The same four numbers for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float x, float y, float z, float w) => Vector256.Create(x, y, z, w, x, y, z, w);

    /// <summary>A pixel twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Twice(Vector4 pixel) => Vector256.Create(pixel.AsVector128(), pixel.AsVector128());

    /// <summary>The first pixel plus the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 Sum(Vector256<float> pair) => (pair.GetLower() + pair.GetUpper()).AsVector4();

    /// <summary>Each pixel's red in all of its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Red(Vector256<float> pixels) => Vector256.Shuffle(pixels, Vector256.Create(0, 0, 0, 0, 4, 4, 4, 4));

    /// <summary>Each pixel's green in all of its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Green(Vector256<float> pixels) => Vector256.Shuffle(pixels, Vector256.Create(1, 1, 1, 1, 5, 5, 5, 5));

    /// <summary>Each pixel's blue in all of its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Blue(Vector256<float> pixels) => Vector256.Shuffle(pixels, Vector256.Create(2, 2, 2, 2, 6, 6, 6, 6));

    /// <summary>Each pixel's alpha in all of its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Alpha(Vector256<float> pixels) => Vector256.Shuffle(pixels, Vector256.Create(3, 3, 3, 3, 7, 7, 7, 7));

    /// <summary>Colours out of the alpha lanes of three: the first's are the reds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromAlphas(Vector256<float> reds, Vector256<float> greens, Vector256<float> blues) => Vector256.ConditionalSelect(
        Vector256.Create(-1, 0, 0, 0, -1, 0, 0, 0).AsSingle(),
        Alpha(reds),
        Vector256.ConditionalSelect(Vector256.Create(0, -1, 0, 0, 0, -1, 0, 0).AsSingle(), Alpha(greens), Alpha(blues)));

    /// <summary>The colours of one and the alphas of the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> WithAlpha(Vector256<float> colours, Vector256<float> alphas) =>
        Vector256.ConditionalSelect(Vector256.Create(-1, -1, -1, 0, -1, -1, -1, 0).AsSingle(), colours, alphas);
}
