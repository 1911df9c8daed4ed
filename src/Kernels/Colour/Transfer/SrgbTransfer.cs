using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>The curve of sRGB, for primaries other than its own (Display P3 and the like).</summary>
internal readonly struct SrgbTransfer : ITransferFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToLight(Vector256<float> code) => SrgbCurve.Decode(code);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromLight(Vector256<float> light) => SrgbCurve.Encode(light);
}
