using System.Security.Cryptography;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Validation;

/// <summary>The pixels of an image without its memory layout: bottom row first, red first, no padding.</summary>
public static class RenderedPixels
{
    /// <summary>The pixels of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="order">The order of its components.</param>
    public static byte[] Of(HostImage image, PixelOrder? order)
    {
        ArgumentNullException.ThrowIfNull(image);
        int rowBytes = image.Width * image.BytesPerPixel;
        var pixels = new byte[rowBytes * image.Height];
        for (int y = 0; y < image.Height; y++)
        {
            Span<byte> row = pixels.AsSpan(y * rowBytes, rowBytes);
            image.Row(image.Bounds.y1 + y).CopyTo(row);
            if (order == PixelOrder.Bgra && image.Components == PixelComponents.Rgba)
                PixelOrders.ExchangeRedAndBlue(row, image.Depth);
        }

        return pixels;
    }

    /// <summary>Whether two images of one size and form hold the same pixels.</summary>
    internal static bool Same(HostImage a, HostImage b) => Of(a, null).AsSpan().SequenceEqual(Of(b, null));

    /// <summary>A name for pixels: equal names mean equal pixels.</summary>
    public static string Hash(ReadOnlySpan<byte> pixels) => Convert.ToHexString(SHA256.HashData(pixels));

    /// <summary>Fills an image with a byte that tells what nobody wrote.</summary>
    internal static void Fill(HostImage image, byte value)
    {
        for (int y = image.Bounds.y1; y < image.Bounds.y2; y++)
            image.Row(y).Fill(value);
    }

    /// <summary>How many pixels of a window are still as filled, in two images filled with different bytes.</summary>
    internal static int Unwritten(HostImage first, byte firstFill, HostImage second, byte secondFill, OfxRectI window)
    {
        int count = 0, bytes = first.BytesPerPixel;
        for (int y = window.y1; y < window.y2; y++)
        {
            for (int x = window.x1; x < window.x2; x++)
            {
                int at = (x - first.Bounds.x1) * bytes;
                bool same = !first.Row(y).Slice(at, bytes).ContainsAnyExcept(firstFill)
                    && !second.Row(y).Slice(at, bytes).ContainsAnyExcept(secondFill);
                count += same ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>How many pixels outside a window are not as filled any more.</summary>
    internal static int WrittenOutside(HostImage image, byte fill, OfxRectI window)
    {
        int count = 0, bytes = image.BytesPerPixel;
        for (int y = image.Bounds.y1; y < image.Bounds.y2; y++)
        {
            for (int x = image.Bounds.x1; x < image.Bounds.x2; x++)
            {
                bool inside = x >= window.x1 && x < window.x2 && y >= window.y1 && y < window.y2;
                int at = (x - image.Bounds.x1) * bytes;
                count += !inside && image.Row(y).Slice(at, bytes).ContainsAnyExcept(fill) ? 1 : 0;
            }
        }

        return count;
    }
}
