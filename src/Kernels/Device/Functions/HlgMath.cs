namespace FaceFusion.Kernels.Device.Functions;

/// <summary>The hybrid log-gamma curve, one channel at a time: as <see cref="Colour.Transfer.HlgCurve"/>.</summary>
public static class HlgMath
{
    private const float Scale = 0.17883277f * 0.693147180559945f, B = 0.28466892f, C = 0.559910729529562f;
    private const float White = 0.26496256042100724f, Gain = 12 * White;
    private const float EndLog = 18, EndPower = 1 << 18, EndLight = (EndPower + B) / Gain, EndCode = (Scale * EndLog) + C;
    private const float EndSlope = Scale * Gain / (EndPower * 0.693147180559945f);
    private const float MiddleCode = 0.5f, MiddleLight = 1 / Gain;

    /// <summary>Code value to light in reference whites.</summary>
    /// <param name="code">Finite.</param>
    public static float ToLight(float code)
    {
        float v = ScalarMath.Abs(code);
        float light = v <= MiddleCode ? v * v * (1 / (3 * White))
            : v > EndCode ? ((v - EndCode) * (1 / EndSlope)) + EndLight
            : (ScalarMath.Exp2((v - C) * (1 / Scale)) + B) * (1 / Gain);
        return code < 0 ? -light : light;
    }

    /// <summary>Light in reference whites to code value.</summary>
    /// <param name="light">Finite.</param>
    public static float FromLight(float light)
    {
        float x = ScalarMath.Abs(light);
        float code = x <= MiddleLight ? MathF.Sqrt(x * (3 * White))
            : x > EndLight ? ((x - EndLight) * EndSlope) + EndCode
            : (ScalarMath.Log2((x * Gain) - B) * Scale) + C;
        return light < 0 ? -code : code;
    }
}
