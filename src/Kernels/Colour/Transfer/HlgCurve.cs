using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// The hybrid log-gamma curve (ITU-R BT.2100-2 table 5): E = V²/3 up to V = 1/2, E = (exp((V − c)/a) + b)/12 above it.
/// Light is counted in that of V = 0.75, the reference white of ITU-R BT.2408; the display's system gamma is left out, so
/// that a channel depends on itself alone. Odd-symmetric below 0, and from a light of 80 000 on along its tangent.
/// </summary>
internal readonly struct HlgCurve : ITransferFunction
{
    // a·ln 2, b = 1 − 4a and c = 1/2 − a·ln(4a), with a = 0.17883277.
    private const float Scale = 0.17883277f * 0.693147180559945f;
    private const float B = 0.28466892f;
    private const float C = 0.559910729529562f;

    // E of V = 0.75.
    private const float White = 0.26496256042100724f;

    // The log curve's 12·E in reference whites, and where the tangent begins: 12·E − b = 2¹⁸.
    private const float Gain = 12 * White;
    private const int EndLog = 18;
    private const float EndPower = 1 << EndLog;
    private const float EndLight = (EndPower + B) / Gain;
    private const float EndCode = (Scale * EndLog) + C;
    private const float EndSlope = Scale * Gain / (EndPower * 0.693147180559945f);

    private const float MiddleCode = 0.5f;
    private const float MiddleLight = 1 / Gain;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ToLight(Vector256<float> code)
    {
        Vector256<float> sign = code & Vector256.Create(-0f);
        Vector256<float> v = code ^ sign;
        Vector256<float> middle = Vector256.Create(MiddleCode), end = Vector256.Create(EndCode);
        Vector256<float> within = Vector256.MaxNative(Vector256.MinNative(v, end), middle);
        Vector256<float> power = VectorMath.Exp2((within - Vector256.Create(C)) * (1 / Scale));
        Vector256<float> light = (power + Vector256.Create(B)) * (1 / Gain);
        Vector256<float> above = ((v - end) * (1 / EndSlope)) + Vector256.Create(EndLight);
        light = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(v, middle), v * v * (1 / (3 * White)), light);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(v, end), above, light) | sign;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromLight(Vector256<float> light)
    {
        Vector256<float> sign = light & Vector256.Create(-0f);
        Vector256<float> x = light ^ sign;
        Vector256<float> middle = Vector256.Create(MiddleLight), end = Vector256.Create(EndLight);
        Vector256<float> within = Vector256.MaxNative(Vector256.MinNative(x, end), middle);
        Vector256<float> log = VectorMath.Log2((within * Gain) - Vector256.Create(B));
        Vector256<float> code = (log * Scale) + Vector256.Create(C);
        Vector256<float> above = ((x - end) * EndSlope) + Vector256.Create(EndCode);
        code = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, middle), Vector256.Sqrt(x * (3 * White)), code);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(x, end), above, code) | sign;
    }
}
