namespace FaceFusion.Kernels.Device.Functions;

/// <summary>A pixel of a resampled image from the cells around it: what <see cref="Resampling.AreaSampler"/> computes, for one pixel.</summary>
public static class TapFilter
{
    /// <summary>Computes a pixel.</summary>
    /// <typeparam name="TPixels">Where the cells lie.</typeparam>
    /// <typeparam name="TValues">Where the weights lie.</typeparam>
    /// <param name="cells">The cells, row after row.</param>
    /// <param name="stride">Cells of a row.</param>
    /// <param name="tables">Weights of stretched kernels.</param>
    /// <param name="horizontal">How the destination lies along the cells' columns.</param>
    /// <param name="vertical">How it lies along their rows.</param>
    /// <param name="x">The pixel's column.</param>
    /// <param name="y">Its row.</param>
    public static Rgba Evaluate<TPixels, TValues>(
        TPixels cells, int stride, TValues tables, TapAxis horizontal, TapAxis vertical, int x, int y)
        where TPixels : struct, IPixels
        where TValues : struct, IValues
    {
        int left = horizontal.FirstTap(x, y, out float pastX), top = vertical.FirstTap(x, y, out float pastY);

        // Down the columns first, as the processor adds them: the sums round alike.
        Rgba sum = new(0, 0, 0, 0);
        for (int i = 0; i < horizontal.Taps; i++)
        {
            int cell = horizontal.Stored(left + i);
            Rgba column = new(0, 0, 0, 0);
            for (int j = 0; j < vertical.Taps; j++)
                column = column.Plus(cells.Load(((long)vertical.Stored(top + j) * stride) + cell).Times(vertical.Weight(tables, j, pastY)));
            sum = sum.Plus(column.Times(horizontal.Weight(tables, i, pastX)));
        }

        return sum;
    }
}
