namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A symmetric filter along one axis, for one pixel: what <see cref="Filtering.SeparableFilter"/> computes, sides repeated.</summary>
public static class BlurAxis
{
    /// <summary>A pixel along its row.</summary>
    /// <typeparam name="TSource">The image.</typeparam>
    /// <typeparam name="TValues">Where the weights lie.</typeparam>
    /// <param name="source">The image.</param>
    /// <param name="weights">2·radius + 1 weights.</param>
    /// <param name="radius">Pixels to either side.</param>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public static Rgba AlongRow<TSource, TValues>(TSource source, TValues weights, int radius, int x, int y)
        where TSource : struct, IPixelSource
        where TValues : struct, IValues
    {
        Rgba sum = new(0, 0, 0, 0);
        for (int k = -radius; k <= radius; k++)
            sum = sum.Plus(source.Load(ScalarMath.Clamp(x + k, 0, source.Width - 1), y).Times(weights.Load(k + radius)));
        return sum;
    }

    /// <summary>A pixel along its column.</summary>
    /// <typeparam name="TSource">The image.</typeparam>
    /// <typeparam name="TValues">Where the weights lie.</typeparam>
    /// <param name="source">The image.</param>
    /// <param name="weights">2·radius + 1 weights.</param>
    /// <param name="radius">Pixels to either side.</param>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public static Rgba AlongColumn<TSource, TValues>(TSource source, TValues weights, int radius, int x, int y)
        where TSource : struct, IPixelSource
        where TValues : struct, IValues
    {
        Rgba sum = new(0, 0, 0, 0);
        for (int k = -radius; k <= radius; k++)
            sum = sum.Plus(source.Load(x, ScalarMath.Clamp(y + k, 0, source.Height - 1)).Times(weights.Load(k + radius)));
        return sum;
    }
}
