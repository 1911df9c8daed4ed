namespace FaceFusion.Kernels.Colour.Transfer;

/// <summary>
/// ACEScct (Academy S-2016-001, equations 1 to 3): (log₂x + 9.72)/17.52 above 2⁻⁷, 10.5402377416545·x +
/// 0.0729055341958355 up to it.
/// </summary>
internal readonly struct AcesCctCurve : ILogCurve
{
    /// <inheritdoc/>
    public static float Scale => (float)(1 / 17.52);

    /// <inheritdoc/>
    public static float Shift => (float)(9.72 / 17.52);

    /// <inheritdoc/>
    public static float Gain => 1;

    /// <inheritdoc/>
    public static float Offset => 0;

    /// <inheritdoc/>
    public static float CutLight => 0.0078125f;

    /// <inheritdoc/>
    public static float Slope => 10.5402377416545f;

    /// <inheritdoc/>
    public static float Intercept => 0.0729055341958355f;

    /// <inheritdoc/>
    public static int EndLog => 16;
}
