namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A soft edge, for one pixel: as <see cref="Filtering.Feather"/>.</summary>
public static class FeatherCurve
{
    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, t²(3 − 2t) between; 0 for NaN.</summary>
    /// <param name="distance">The distance.</param>
    /// <param name="from">Where it begins to rise.</param>
    /// <param name="to">Where it is whole.</param>
    public static float Evaluate(float distance, float from, float to)
    {
        if (!ScalarMath.IsNumber(distance))
            return 0;
        if (from == to)
            return distance >= from ? 1f : 0f;
        float t = (distance - from) / (to - from);
        t = t > 0 ? ScalarMath.Min(t, 1) : 0;
        return t * t * (3 - (2 * t));
    }
}
