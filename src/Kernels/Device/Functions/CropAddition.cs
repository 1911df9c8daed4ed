namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Adds a crop's residual to one pixel of a host's image: <see cref="Compositing.CropPaste"/>, for one pixel.</summary>
public static class CropAddition
{
    /// <summary>Changes a pixel whose centre lies inside the crop.</summary>
    /// <typeparam name="TSamples">Where the image's samples lie.</typeparam>
    /// <typeparam name="TPixels">Where the residual's cells lie.</typeparam>
    /// <typeparam name="TValues">Where the weights lie.</typeparam>
    /// <param name="image">The image, holding the plate.</param>
    /// <param name="cells">The residual's cells, row after row.</param>
    /// <param name="tables">Weights of stretched kernels.</param>
    /// <param name="layout">The image's layout.</param>
    /// <param name="window">Which pixels of the image; its stride is the cells'.</param>
    /// <param name="place">Where the crop lies.</param>
    /// <param name="horizontal">How the image lies along the cells' columns.</param>
    /// <param name="vertical">How it lies along their rows.</param>
    /// <param name="x">Column inside the window.</param>
    /// <param name="y">Row inside the window.</param>
    public static void Evaluate<TSamples, TPixels, TValues>(
        HostImage<TSamples> image, TPixels cells, TValues tables, HostLayout layout, PasteWindow window, CropPlace place,
        TapAxis horizontal, TapAxis vertical, int x, int y)
        where TSamples : struct, ISamples
        where TPixels : struct, IPixels
        where TValues : struct, IValues
    {
        int column = window.X + x, row = window.Y + y;
        if (!place.Contains(column, row))
            return;
        Rgba before = image.LoadBits(column, row);
        Rgba change = TapFilter.Evaluate(cells, window.Stride, tables, horizontal, vertical, column, row);
        image.Add(column, row, before, layout.IsPremultiplied == 1 ? change.Times(before.A) : change);
    }
}
