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
}
