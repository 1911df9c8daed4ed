namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// ARRI LogC3 for EI 800 and linear scene exposure ("ALEXA LogC Curve. Usage in VFX", 2017, table 1): c·log₁₀(a·x + b) + d
/// above the cut, e·x + f up to it, with a = 5.555556, b = 0.052272, c = 0.247190, d = 0.385537, e = 5.367655,
/// f = 0.092809 and the cut at 0.010591.
/// </summary>
internal readonly struct LogC3Curve : ILogCurve
{
    /// <inheritdoc/>
    public static float Scale => (float)(0.247190 * 0.301029995663981);

    /// <inheritdoc/>
    public static float Shift => 0.385537f;

    /// <inheritdoc/>
    public static float Gain => 5.555556f;

    /// <inheritdoc/>
    public static float Offset => 0.052272f;

    /// <inheritdoc/>
    public static float CutLight => 0.010591f;

    /// <inheritdoc/>
    public static float Slope => 5.367655f;

    /// <inheritdoc/>
    public static float Intercept => 0.092809f;

    /// <inheritdoc/>
    public static int EndLog => 18;
}
