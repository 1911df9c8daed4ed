using FaceFusion.Fusion.Stills;
using FaceFusion.Host.Clips;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>Pictures as the host's images.</summary>
internal static class Plates
{
    /// <summary>A person for the plate.</summary>
    public static string Person => SharedMaterial.Require("pictures/london_neutral/022.jpg");

    /// <summary>Another one.</summary>
    public static string OtherPerson => SharedMaterial.Require("pictures/london_neutral/063.jpg");

    /// <summary>An identity of no real person.</summary>
    public static string Identity => SharedMaterial.Require("pictures/composite/m_easian.jpg");

    /// <summary>A picture in a host's form, display-referred values as they are.</summary>
    public static HostImage Load(
        string path, BitDepth depth, PixelComponents components = PixelComponents.Rgba, RowOrder order = RowOrder.BottomUp, int padding = 0)
    {
        using Still still = StillDecoder.Load(path);
        HostImage image = Blank(still.Width, still.Height, depth, components, order, padding);
        PixelCopy.Copy(still.View, View(image));
        return image;
    }

    /// <summary>Two pictures of the same height side by side.</summary>
    public static HostImage SideBySide(string left, string right, BitDepth depth)
    {
        using Still first = StillDecoder.Load(left);
        using Still second = StillDecoder.Load(right);
        HostImage image = Blank(first.Width + second.Width, first.Height, depth, PixelComponents.Rgba);
        PixelView view = View(image);
        PixelCopy.Copy(first.View, view.Crop(new(0, 0, first.Width, first.Height)));
        PixelCopy.Copy(second.View, view.Crop(new(first.Width, 0, image.Width, first.Height)));
        return image;
    }

    /// <summary>An image of zeros.</summary>
    public static HostImage Blank(
        int width, int height, BitDepth depth, PixelComponents components, RowOrder order = RowOrder.BottomUp, int padding = 0) =>
        new(new OfxRectI { x2 = width, y2 = height }, depth, components, order, padding)
        {
            Premultiplication = components == PixelComponents.Rgba ? Premultiplication.Premultiplied : Premultiplication.Opaque,
        };

    /// <summary>An image of the same form, with zeros.</summary>
    public static HostImage Like(HostImage image) =>
        new(image.Bounds, image.Depth, image.Components, image.Order) { Premultiplication = image.Premultiplication };

    /// <summary>The image in raster order.</summary>
    public static PixelView View(HostImage image)
    {
        nint topRow = image.Data + ((image.Height - 1) * (nint)image.RowBytes);
        return new PixelView(topRow, -image.RowBytes, image.Width, image.Height, Format(image.Depth), Layout(image.Components));
    }

    private static SampleFormat Format(BitDepth depth) => depth switch
    {
        BitDepth.Byte => SampleFormat.UInt8,
        BitDepth.Short => SampleFormat.UInt16,
        BitDepth.Half => SampleFormat.Float16,
        _ => SampleFormat.Float32,
    };

    private static PixelLayout Layout(PixelComponents components) => components switch
    {
        PixelComponents.Alpha => PixelLayout.Alpha,
        PixelComponents.Rgb => PixelLayout.Rgb,
        _ => PixelLayout.Rgba,
    };
}
