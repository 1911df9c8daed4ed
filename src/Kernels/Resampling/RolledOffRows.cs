using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Rows with their highlights rolled off, made of the same rows without, which are decoded on the way.</summary>
/// <param name="plain">The rows without.</param>
internal readonly unsafe struct RolledOffRows<TRows>(DecodedPixels.Decoder<TRows> plain) : IRowDecoder
    where TRows : struct, IRowDecoder
{
    /// <inheritdoc/>
    public void Decode(int y, int x, int count, Vector4* destination)
    {
        Vector4* row = plain.Row(y, x, x + count);
        int i = 0;
        for (; i <= count - 2; i += 2)
            RolledOff(Vector256.Load((float*)(row + i))).Store((float*)(destination + i));
        if (i < count)
            destination[i] = RolledOff(row[i].AsVector128().ToVector256()).GetLower().AsVector4();
    }

    // Two pixels, most of which stay as they are.
    private static Vector256<float> RolledOff(Vector256<float> pixels) =>
        HighlightShoulder.Reaches(pixels) ? PixelPairs.WithAlpha(HighlightShoulder.Compress(pixels), pixels) : pixels;
}
