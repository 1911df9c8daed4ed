using System.Numerics;
using FaceFusion.Fusion.Stills;
using FaceFusion.Host.Clips;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Ofx.Abi;
using FaceFusion.SideBySide.Crops;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>Frames for whole calls of the node: a photo of a face in the middle, continued beyond its sides, as scene-linear floats.</summary>
internal static class NodePlate
{
    // Where a portrait's picture comes to lie in the frame.
    private const double FromTop = 0.4;

    /// <summary>A frame of zeros.</summary>
    /// <param name="size">Its size.</param>
    public static HostImage Blank(FrameSize size) =>
        new(new OfxRectI { x2 = size.Width, y2 = size.Height }, BitDepth.Float, PixelComponents.Rgba) { Premultiplication = Premultiplication.Premultiplied };

    /// <summary>A frame with a photo in it.</summary>
    /// <param name="size">The frame's size.</param>
    /// <param name="photo">The photo's file.</param>
    /// <param name="height">How high the photo is in the frame, in pixels.</param>
    public static HostImage Of(FrameSize size, string photo, int height)
    {
        HostImage plate = Blank(size);
        using Still still = StillDecoder.Load(photo);
        using ImageBuffer picture = ImageBuffer.Uninitialized(size.Width, size.Height);
        double scale = (double)still.Height / height;
        var map = Affine2D.Translation(-(size.Width - (still.Width / scale)) / 2, -FromTop * (size.Height - height)).Then(Affine2D.Scaling(scale, scale));
        AreaSampler.Sample(still.View, map, new NetworkSpace(TransferCurve.Display, HighlightRollOff: false), premultiplied: false, picture);
        foreach (ref Vector4 pixel in picture.Pixels)
            pixel.W = 1;
        PixelWriter.Write(picture, picture.Bounds, new NetworkSpace(TransferCurve.SceneLinear, HighlightRollOff: false), premultiplied: false, View(plate));
        return plate;
    }

    /// <summary>A frame as kernels see it.</summary>
    /// <param name="image">The frame.</param>
    public static PixelView View(HostImage image) => new(
        image.Data + ((image.Height - 1) * (nint)image.RowBytes), -image.RowBytes, image.Width, image.Height, SampleFormat.Float32, PixelLayout.Rgba);
}
