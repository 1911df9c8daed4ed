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

    // Red, green and blue of two pixels.
    private const uint ColourLanes = 0b0111_0111;

    // The nearest that a float comes to 1 from below: what lies beyond it has no more digits to come back from.
    private const float LeastGap = 1f / (1 << 24);

    /// <summary>Whether <see cref="Compress"/> changes a colour of two pixels; the alpha lanes don't count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Reaches(Vector256<float> pixels) =>
        (Vector256.LessThanOrEqual(pixels, Vector256.Create(Knee)).ExtractMostSignificantBits() & ColourLanes) != ColourLanes;

    /// <summary>Any value to one below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Compress(Vector256<float> value)
    {
        Vector256<float> knee = Vector256.Create(Knee);
        Vector256<float> above = Vector256.MaxNative(value, knee) - knee + Vector256.Create(Room);
        Vector256<float> shoulder = Vector256<float>.One - (Vector256.Create(Room * Room) / above);
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(value, knee), value, shoulder);
    }

    /// <summary>The inverse; values of 1 and more count as the largest float below 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expand(Vector256<float> value)
    {
        Vector256<float> knee = Vector256.Create(Knee);
        Vector256<float> gap = Vector256.MaxNative(Vector256<float>.One - value, Vector256.Create(LeastGap));
        Vector256<float> shoulder = (Vector256.Create(Room * Room) / gap) - Vector256.Create(Room) + knee;
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(value, knee), value, shoulder);
    }
}
