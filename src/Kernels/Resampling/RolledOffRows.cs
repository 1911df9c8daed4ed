using System.Numerics;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Rows with their highlights rolled off, made of the same rows without, which are decoded on the way.</summary>
/// <param name="plain">The rows without.</param>
internal readonly unsafe struct RolledOffRows<TRows>(DecodedPixels.Decoder<TRows> plain) : IRowDecoder
    where TRows : struct, IRowDecoder
{
    private static readonly NetworkSpace Shoulder = NetworkSpace.Working with { HighlightRollOff = true };

    /// <inheritdoc/>
    public void Decode(int y, int x, int count, Vector4* destination)
    {
        Vector4* row = plain.Row(y, x, x + count);
        Shoulder.EncodeRow(row, destination, count, premultiplied: false, row);
    }
}
