namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// ARRI LogC4 (specification of 2022, section 3): (log₂(a·x + 64) − 6)/14·b + c from t on, (x − t)/s below it, with
/// a = (2¹⁸ − 16)/117.45, b = 928/1023, c = 95/1023, s = 7·ln 2·2^(7 − 14·c/b)/(a·b) and t = (2^(6 − 14·c/b) − 64)/a.
/// </summary>
internal readonly struct LogC4Curve : ILogCurve
{
    /// <inheritdoc/>
    public static float Scale => (float)(928.0 / 1023 / 14);

    /// <inheritdoc/>
    public static float Shift => (float)((95.0 / 1023) - (6 * 928.0 / 1023 / 14));

    /// <inheritdoc/>
    public static float Gain => (float)((262144 - 16) / 117.45);

    /// <inheritdoc/>
    public static float Offset => 64;

    /// <inheritdoc/>
    public static float CutLight => -0.01805699611991131f;

    /// <inheritdoc/>
    public static float Slope => (float)(1 / 0.1135972086105891);

    /// <inheritdoc/>
    public static float Intercept => (float)(0.01805699611991131 / 0.1135972086105891);

    /// <inheritdoc/>
    public static int EndLog => 27;
}
