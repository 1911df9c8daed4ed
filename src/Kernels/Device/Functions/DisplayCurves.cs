namespace FaceFusion.Kernels.Device.Functions;

/// <summary>The curves of displays, one channel at a time: as <see cref="Colour.SrgbCurve"/>, <see cref="Colour.HighlightShoulder"/> and <see cref="Colour.Transfer.Bt1886Curve"/>.</summary>
public static class DisplayCurves
{
    private const float LinearEnd = 0.0031308f, EncodedEnd = 0.04045f, Slope = 12.92f, Gain = 1.055f, Offset = 0.055f;
    private const float Gamma = 2.4f;
    private const float Knee = 0.9f, Room = 1 - Knee, LeastGap = 1f / (1 << 24);
    private const float LeastCode = 1e-12f, LeastLight = 1e-29f;

    /// <summary>Linear light to sRGB.</summary>
    /// <param name="linear">Finite.</param>
    public static float EncodeSrgb(float linear)
    {
        float magnitude = ScalarMath.Abs(linear);
        float encoded = magnitude <= LinearEnd ? magnitude * Slope : (ScalarMath.Power(magnitude, 1 / Gamma) * Gain) - Offset;
        return linear < 0 ? -encoded : encoded;
    }

    /// <summary>sRGB to linear light.</summary>
    /// <param name="encoded">Finite.</param>
    public static float DecodeSrgb(float encoded)
    {
        float magnitude = ScalarMath.Abs(encoded);
        float linear = magnitude <= EncodedEnd ? magnitude / Slope : ScalarMath.Power((magnitude + Offset) / Gain, Gamma);
        return encoded < 0 ? -linear : linear;
    }

    /// <summary>Any value to one below 1.</summary>
    /// <param name="value">Finite.</param>
    public static float Compress(float value) => value <= Knee ? value : 1 - (Room * Room / (value - Knee + Room));

    /// <summary>The inverse of <see cref="Compress"/>.</summary>
    /// <param name="value">Finite.</param>
    public static float Expand(float value) =>
        value <= Knee ? value : (Room * Room / ScalarMath.Max(1 - value, LeastGap)) - Room + Knee;

    /// <summary>BT.1886 code to light.</summary>
    /// <param name="code">Finite.</param>
    public static float DecodeBt1886(float code) => OddPower(code, LeastCode, Gamma);

    /// <summary>Light to BT.1886 code.</summary>
    /// <param name="light">Finite.</param>
    public static float EncodeBt1886(float light) => OddPower(light, LeastLight, 1 / Gamma);

    private static float OddPower(float x, float least, float exponent)
    {
        float magnitude = ScalarMath.Abs(x);
        float power = magnitude > least ? ScalarMath.Power(magnitude, exponent) : 0;
        return x < 0 ? -power : power;
    }
}
