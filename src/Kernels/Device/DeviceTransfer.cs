using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Device;

/// <summary>Parts of images between a card's memory and the processor's, and within the card's; bit for bit.</summary>
public static class DeviceTransfer
{
    /// <summary>Copies a part from the card; waits until everything before is done.</summary>
    /// <param name="device">The card.</param>
    /// <param name="image">The image.</param>
    /// <param name="part">Which pixels; cut to the image.</param>
    /// <param name="target">An image of the same size, format and layout, whose rows run the same way; the same pixels of it are written.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Download(KernelDevice device, in DeviceImage image, RectI part, PixelView target)
    {
        ArgumentNullException.ThrowIfNull(device);
        RequireTwin(image, target);
        part = part.Intersect(image.Bounds);
        if (!part.IsEmpty)
            device.Download(image.RowsOf(part), FirstOf(target, part), Math.Abs(target.RowBytes), (long)part.Width * image.PixelBytes, part.Height);
    }

    /// <summary>Copies a part to the card.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">An image of the same size, format and layout, whose rows run the same way.</param>
    /// <param name="part">Which pixels; cut to the image.</param>
    /// <param name="image">The image; the same pixels of it are written.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Upload(KernelDevice device, PixelView source, RectI part, in DeviceImage image)
    {
        ArgumentNullException.ThrowIfNull(device);
        RequireTwin(image, source);
        part = part.Intersect(image.Bounds);
        if (!part.IsEmpty)
            device.Upload(FirstOf(source, part), Math.Abs(source.RowBytes), image.RowsOf(part), (long)part.Width * image.PixelBytes, part.Height);
    }

    /// <summary>Copies a part of an image into another on the card: at once, or row by row where the rows run different ways.</summary>
    /// <param name="device">The card.</param>
    /// <param name="source">The image.</param>
    /// <param name="part">Which of its pixels; inside it.</param>
    /// <param name="target">Of the same format and layout, in other memory.</param>
    /// <param name="place">Where they go: of the part's size, inside the target.</param>
    /// <exception cref="ArgumentException">Formats, layouts or sizes differ.</exception>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Copy(KernelDevice device, in DeviceImage source, RectI part, in DeviceImage target, RectI place)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (source.Format != target.Format || source.Layout != target.Layout || part.Width != place.Width || part.Height != place.Height)
            throw new ArgumentException($"{part} of {source.Format} {source.Layout} can't be copied to {place} of {target.Format} {target.Layout}; give parts of one size, format and layout.", nameof(target));
        if (part.IsEmpty)
            return;

        long bytes = (long)part.Width * source.PixelBytes;
        if (source.RowBytes < 0 == target.RowBytes < 0)
        {
            device.Copy(source.RowsOf(part), target.RowsOf(place), bytes, part.Height);
            return;
        }

        for (int y = 0; y < part.Height; y++)
            device.Copy(source.RowsOf(Row(part, y)), target.RowsOf(Row(place, y)), bytes, 1);
    }

    /// <summary>Fills a part with zeros: transparent black.</summary>
    /// <param name="device">The card.</param>
    /// <param name="image">The image.</param>
    /// <param name="part">Which pixels; cut to the image.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Clear(KernelDevice device, in DeviceImage image, RectI part)
    {
        ArgumentNullException.ThrowIfNull(device);
        part = part.Intersect(image.Bounds);
        if (!part.IsEmpty)
            device.Clear(image.RowsOf(part), (long)part.Width * image.PixelBytes, part.Height);
    }

    private static RectI Row(RectI part, int y) => new(part.X1, part.Y1 + y, part.X2, part.Y1 + y + 1);

    // The lowest address of a part's pixels.
    private static nint FirstOf(PixelView view, RectI part) => view.PixelAddress(part.X1, view.RowBytes < 0 ? part.Y2 - 1 : part.Y1);

    private static void RequireTwin(in DeviceImage image, PixelView view)
    {
        if (view.Width != image.Width || view.Height != image.Height || view.Format != image.Format || view.Layout != image.Layout || view.RowBytes < 0 != image.RowBytes < 0)
            throw new ArgumentException($"The card's image is {image.Width}×{image.Height} {image.Format} {image.Layout} and the processor's {view.Width}×{view.Height} {view.Format} {view.Layout}; give images of one size, format and layout whose rows run the same way.", nameof(view));
    }
}
