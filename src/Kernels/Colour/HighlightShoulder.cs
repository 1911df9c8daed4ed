using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// The invertible rational shoulder that brings highlights below 1: identity up to the knee k = 0.9, above it
/// y = k + (1 − k)·t/(1 + t) with t = (x − k)/(1 − k), written as y = 1 − (1 − k)²/(x + 1 − 2k), which rounds once.
/// </summary>
internal static class HighlightShoulder
{
    private const float Knee = 0.9f;
    private const float Room = 1 - Knee;

    // The nearest that a float comes to 1 from below: what lies beyond it has no more digits to come back from.
    private const float LeastGap = 1f / (1 << 24);

    /// <summary>Any value to one below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Compress(Vector128<float> value)
    {
        Vector128<float> knee = Vector128.Create(Knee);
        Vector128<float> above = Vector128.MaxNative(value, knee) - knee + Vector128.Create(Room);
        Vector128<float> shoulder = Vector128<float>.One - (Vector128.Create(Room * Room) / above);
        return Vector128.ConditionalSelect(Vector128.LessThanOrEqual(value, knee), value, shoulder);
    }

    /// <summary>The inverse; values of 1 and more count as the largest float below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Expand(Vector128<float> value)
    {
        Vector128<float> knee = Vector128.Create(Knee);
        Vector128<float> gap = Vector128.MaxNative(Vector128<float>.One - value, Vector128.Create(LeastGap));
        Vector128<float> shoulder = (Vector128.Create(Room * Room) / gap) - Vector128.Create(Room) + knee;
        return Vector128.ConditionalSelect(Vector128.LessThanOrEqual(value, knee), value, shoulder);
    }
}
