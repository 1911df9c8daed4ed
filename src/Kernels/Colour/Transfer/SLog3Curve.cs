namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// Sony S-Log3 for reflection ("Technical Summary for S-Gamut3.Cine/S-Log3 and S-Gamut3/S-Log3", appendix): (420 +
/// 261.5·log₁₀((x + 0.01)/0.19))/1023 from 0.01125 on, (x·(171.2102946929 − 95)/0.01125 + 95)/1023 below it.
/// </summary>
internal readonly struct SLog3Curve : ILogCurve
{
    /// <inheritdoc/>
    public static float Scale => (float)(261.5 * 0.301029995663981 / 1023);

    /// <inheritdoc/>
    public static float Shift => 420f / 1023;

    /// <inheritdoc/>
    public static float Gain => (float)(1 / 0.19);

    /// <inheritdoc/>
    public static float Offset => (float)(0.01 / 0.19);

    /// <inheritdoc/>
    public static float CutLight => 0.01125f;

    /// <inheritdoc/>
    public static float Slope => (float)((171.2102946929 - 95) / 0.01125 / 1023);

    /// <inheritdoc/>
    public static float Intercept => 95f / 1023;

    /// <inheritdoc/>
    public static int EndLog => 18;
}
