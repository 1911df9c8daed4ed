using System.Numerics;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Rendering;

/// <summary>The part of the output that a render fills, and what of the plate lies beneath it.</summary>
internal readonly struct OutputWindow
{
    // No conversion at all: layers are put together in the host's own values.
    private static readonly NetworkSpace HostValues = NetworkSpace.Working;

    private readonly PixelView _asked;
    private readonly bool _plateCoversAll;

    /// <summary>Cuts the window to the images.</summary>
    /// <param name="plate">The plate.</param>
    /// <param name="output">The output; may be of another size, place, depth and components.</param>
    /// <param name="renderWindow">What the host asks for, in its pixel coordinates.</param>
    public OutputWindow(in RasterImage plate, in RasterImage output, OfxRectI renderWindow)
    {
        Plate = plate;
        RectI asked = output.ToRaster(renderWindow).Intersect(output.View.Bounds);
        RectI covered = output.ToRaster(plate.Bounds).Intersect(asked);
        _asked = output.View.Crop(asked);
        _plateCoversAll = covered == asked;
        Destination = output.View.Crop(covered);
        PlatePart = plate.ToRaster(output.ToHost(covered));
    }

    /// <summary>The plate.</summary>
    public RasterImage Plate { get; }

    /// <summary>The pixels of the output beneath which there is plate.</summary>
    public PixelView Destination { get; }

    /// <summary>Where <see cref="Destination"/> lies in the plate's raster.</summary>
    public RectI PlatePart { get; }

    /// <summary>Fills the window with what is seen where no face is: the plate, or nothing in a layer.</summary>
    /// <param name="mode">What the node puts out.</param>
    public void Begin(OutputMode mode)
    {
        bool showsPlate = mode is OutputMode.Composite or OutputMode.Debug;
        if (!showsPlate || !_plateCoversAll)
        {
            for (int y = 0; y < _asked.Height; y++)
                _asked.RowSpan(y).Clear();
        }

        if (showsPlate)
            PixelCopy.Copy(Plate.View.Crop(PlatePart), Destination);
    }

    /// <summary>Adds a swapped face.</summary>
    /// <param name="mode">What the node puts out.</param>
    /// <param name="face">The face, placed in the plate's raster.</param>
    /// <param name="mix">0 to 1.</param>
    public void Paste(OutputMode mode, SwappedFace face, float mix)
    {
        FaceResidual residual = face.Residual(mix);
        FaceResidual placed = residual.Offset(-PlatePart.X1, -PlatePart.Y1);
        if (mode is OutputMode.Composite or OutputMode.Debug)
        {
            ResidualPaste.Composite(Destination, Destination, placed.Region, placed, Plate.Premultiplied);
            return;
        }

        using ImageBuffer layer = new(face.Region.Width, face.Region.Height);
        if (mode == OutputMode.FaceLayer)
            LayerWriter.FaceLayer(Plate.View.Crop(face.Region), layer.AsView(), layer.Bounds, residual.Offset(-face.Region.X1, -face.Region.Y1), Plate.Premultiplied);
        else
            LayerWriter.Matte(layer.AsView(), layer.Bounds, (mode == OutputMode.Matte ? residual : face.FaceAlone(mix)).Offset(-face.Region.X1, -face.Region.Y1));
        PutOver(layer, placed.Region);
    }

    // Faces may overlap: each layer goes over those before it.
    private void PutOver(ImageBuffer layer, RectI region)
    {
        using ImageBuffer below = new(layer.Width, layer.Height);
        PixelReader.Read(Destination, region, HostValues, premultiplied: false, below);
        Span<Vector4> over = layer.Pixels;
        Span<Vector4> result = below.Pixels;
        for (int i = 0; i < result.Length; i++)
            result[i] = over[i] + result[i] * (1 - over[i].W);

        PixelWriter.Write(below, region, HostValues, premultiplied: false, Destination);
    }
}
