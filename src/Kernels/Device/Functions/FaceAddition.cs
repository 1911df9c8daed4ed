namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Adds a face's change to one pixel of a host's image: <see cref="Compositing.ResidualPaste"/>, for one pixel.</summary>
public static class FaceAddition
{
    /// <summary>Changes a pixel; one whose alpha isn't finite keeps its bits where colours are multiplied by it.</summary>
    /// <typeparam name="TSamples">Where the image's samples lie.</typeparam>
    /// <typeparam name="TPixels">Where the change lies.</typeparam>
    /// <param name="image">The image, holding the plate.</param>
    /// <param name="changes">As <see cref="FaceChange"/> gives them.</param>
    /// <param name="layout">The image's layout.</param>
    /// <param name="window">Which pixels of the image.</param>
    /// <param name="x">Column inside the window.</param>
    /// <param name="y">Row inside the window.</param>
    public static void Evaluate<TSamples, TPixels>(HostImage<TSamples> image, TPixels changes, HostLayout layout, PasteWindow window, int x, int y)
        where TSamples : struct, ISamples
        where TPixels : struct, IPixels
    {
        int column = window.X + x, row = window.Y + y;
        Rgba change = changes.Load(((long)(row - window.SourceY) * window.Stride) + (column - window.SourceX));
        Rgba before = image.LoadBits(column, row);
        if (layout.IsPremultiplied == 0 || ScalarMath.IsFinite(before.A))
            image.Add(column, row, before, change);
    }
}
