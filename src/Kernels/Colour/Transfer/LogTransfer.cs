using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>A logarithm between two straight lines.</summary>
/// <typeparam name="TCurve">Its numbers.</typeparam>
internal readonly struct LogTransfer<TCurve> : ITransferFunction
    where TCurve : struct, ILogCurve
{
    private const float Ln2 = 0.693147180559945f;

    private static float CutCode
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TCurve.Slope * TCurve.CutLight) + TCurve.Intercept;
    }

    private static float EndPower
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1L << TCurve.EndLog;
    }

    private static float EndLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (EndPower - TCurve.Offset) / TCurve.Gain;
    }

    private static float EndCode
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (TCurve.Scale * TCurve.EndLog) + TCurve.Shift;
    }

    // Code values for a unit of light on the tangent at the end.
    private static float EndSlope
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TCurve.Scale * TCurve.Gain / (EndPower * Ln2);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToLight(Vector256<float> code)
    {
        Vector256<float> cut = Vector256.Create(CutCode), end = Vector256.Create(EndCode);
        Vector256<float> within = Vector256.MaxNative(Vector256.MinNative(code, end), cut);
        Vector256<float> power = VectorMath.Exp2((within - Vector256.Create(TCurve.Shift)) * (1 / TCurve.Scale));
        Vector256<float> light = (power - Vector256.Create(TCurve.Offset)) * (1 / TCurve.Gain);
        Vector256<float> below = (code - Vector256.Create(TCurve.Intercept)) * (1 / TCurve.Slope);
        Vector256<float> above = ((code - end) * (1 / EndSlope)) + Vector256.Create(EndLight);
        light = Vector256.ConditionalSelect(Vector256.LessThan(code, cut), below, light);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(code, end), above, light);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromLight(Vector256<float> light)
    {
        Vector256<float> cut = Vector256.Create(TCurve.CutLight), end = Vector256.Create(EndLight);
        Vector256<float> within = Vector256.MaxNative(Vector256.MinNative(light, end), cut);
        Vector256<float> log = VectorMath.Log2((within * TCurve.Gain) + Vector256.Create(TCurve.Offset));
        Vector256<float> code = (log * TCurve.Scale) + Vector256.Create(TCurve.Shift);
        Vector256<float> below = (light * TCurve.Slope) + Vector256.Create(TCurve.Intercept);
        Vector256<float> above = ((light - end) * EndSlope) + Vector256.Create(EndCode);
        code = Vector256.ConditionalSelect(Vector256.LessThan(light, cut), below, code);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(light, end), above, code);
    }
}
