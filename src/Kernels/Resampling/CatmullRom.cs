using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>The cubic of Catmull and Rom (Keys 1981, a = −½): interpolates, reproduces parabolas, radius 2.</summary>
internal static class CatmullRom
{
    /// <summary>The kernel's radius.</summary>
    public const float Radius = 2;

    /// <summary>Weights at four signed distances.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Weight(Vector128<float> distance)
    {
        Vector128<float> d = Vector128.MinNative(Vector128.Abs(distance), Vector128.Create(Radius));
        Vector128<float> near = (((d * 1.5f) - Vector128.Create(2.5f)) * d * d) + Vector128<float>.One;
        Vector128<float> far = (((((d * -0.5f) + Vector128.Create(2.5f)) * d) - Vector128.Create(4f)) * d) + Vector128.Create(2f);
        return Vector128.ConditionalSelect(Vector128.LessThan(d, Vector128<float>.One), near, far);
    }

    /// <summary>
    /// The weights at the distances −1 − t, −t, 1 − t and 2 − t, for two places t in [0, 1) at once: those of the first in
    /// the lower half. At t = 0 they are exactly 0, 1, 0, 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Weights(Vector256<float> t)
    {
        Vector256<float> weights = (t * Vector256.Create(-0.5f, 1.5f, -1.5f, 0.5f, -0.5f, 1.5f, -1.5f, 0.5f))
            + Vector256.Create(1, -2.5f, 2, -0.5f, 1, -2.5f, 2, -0.5f);
        weights = (weights * t) + Vector256.Create(-0.5f, 0, 0.5f, 0, -0.5f, 0, 0.5f, 0);
        return (weights * t) + Vector256.Create(0f, 1, 0, 0, 0, 1, 0, 0);
    }
}
