namespace FaceFusion.Kernels.Device.Functions;

/// <summary>The perceptual quantiser, one channel at a time: as <see cref="Colour.Transfer.PqCurve"/>.</summary>
public static class PqMath
{
    private const float M1 = 2610f / 16384;
    private const float M2 = 2523f / 4096 * 128;
    private const float C3 = 2392f / 4096 * 32;
    private const float Rest = (2413f - 2392) / 4096 * 32;
    private const float Peak = 10000f / 203;
    private const float Ln2 = 0.693147180559945f;
    private const float LowCode = 1f / 4096, LowY = 3.6832779e-10f;
    private const float EndSlope = (1 + C3) / (M1 * M2 * Rest);

    /// <summary>Code value to light in reference whites.</summary>
    /// <param name="code">Finite.</param>
    public static float ToLight(float code)
    {
        float v = ScalarMath.Abs(code);
        float light = Peak * MagnitudeToY(v);
        return code < 0 ? -light : light;
    }

    /// <summary>Light in reference whites to code value.</summary>
    /// <param name="light">Finite.</param>
    public static float FromLight(float light)
    {
        float y = ScalarMath.Abs(light) * (1 / Peak);
        float code = YToMagnitude(y);
        return light < 0 ? -code : code;
    }

    private static float MagnitudeToY(float v)
    {
        if (v < LowCode)
            return v * (LowY / LowCode);
        if (v > 1)
            return ((v - 1) * EndSlope) + 1;
        float gap = OneMinusExp2(ScalarMath.Log2(v) * (1 / M2));
        return ScalarMath.Power((Rest - gap) / ((gap * C3) + Rest), 1 / M1);
    }

    private static float YToMagnitude(float y)
    {
        if (y < LowY)
            return y * (LowCode / LowY);
        if (y > 1)
            return ((y - 1) * (1 / EndSlope)) + 1;
        float power = ScalarMath.Power(y, M1);
        return ScalarMath.Exp2(LogOfOneMinus((1 - power) * Rest, (power * C3) + 1) * M2);
    }

    private static float OneMinusExp2(float x)
    {
        float t = x * Ln2;
        float series = 1 / 720f;
        series = (series * t) + (1 / 120f);
        series = (series * t) + (1 / 24f);
        series = (series * t) + (1 / 6f);
        series = (series * t) + (1 / 2f);
        series = (series * t) + 1;
        return -(series * t);
    }

    private static float LogOfOneMinus(float a, float b)
    {
        float s = a / (b + b - a);
        float s2 = s * s;
        float series = 2 / (7 * Ln2);
        series = (series * s2) + (2 / (5 * Ln2));
        series = (series * s2) + (2 / (3 * Ln2));
        series = (series * s2) + (2 / Ln2);
        return -(series * s);
    }
}
