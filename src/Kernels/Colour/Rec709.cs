using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>The primaries of Rec. ITU-R BT.709 and sRGB.</summary>
public static class Rec709
{
    /// <summary>What red, green and blue contribute to luminance, or to luma where they are encoded; their sum is 1 (BT.709-6, item 3.2).</summary>
    public static Vector3 LumaWeights { get; } = new(0.2126f, 0.7152f, 0.0722f);

    /// <summary>The luminance, or luma, of eight colours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Luma(Vector256<float> red, Vector256<float> green, Vector256<float> blue) => (red * 0.2126f) + (green * 0.7152f) + (blue * 0.0722f);
}
