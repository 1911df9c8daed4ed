using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Rendering;

/// <summary>The part of the output that a render fills, and what of the plate lies beneath it.</summary>
internal readonly struct OutputWindow
{
    private readonly PixelView _asked;

    /// <summary>Cuts the window to the images.</summary>
    /// <param name="plate">The plate.</param>
    /// <param name="output">The output; may be of another size, place, depth and components.</param>
    /// <param name="renderWindow">What the host asks for, in its pixel coordinates.</param>
    public OutputWindow(in RasterImage plate, in RasterImage output, OfxRectI renderWindow)
    {
        Plate = plate;
        Asked = output.ToRaster(renderWindow).Intersect(output.View.Bounds);
        Covered = output.ToRaster(plate.Bounds).Intersect(Asked);
        _asked = output.View.Crop(Asked);
        Destination = output.View.Crop(Covered);
        PlatePart = plate.ToRaster(output.ToHost(Covered));
    }

    /// <summary>The window, in the output's raster.</summary>
    public RectI Asked { get; }

    /// <summary>What of it has plate beneath it, in the output's raster.</summary>
    public RectI Covered { get; }

    /// <summary>Whether all of it has.</summary>
    public bool PlateCoversAll => Covered == Asked;

    /// <summary>The plate.</summary>
    public RasterImage Plate { get; }

    /// <summary>The pixels of the output beneath which there is plate.</summary>
    public PixelView Destination { get; }

    /// <summary>Where <see cref="Destination"/> lies in the plate's raster.</summary>
    public RectI PlatePart { get; }

    /// <summary>Begins to copy the plate to where it is seen; to be finished or disposed of by the caller.</summary>
    public PendingLoop BeginPlate() => PixelCopy.Begin(Plate.View.Crop(PlatePart), Destination);

    /// <summary>Fills the window with what is seen where no face is: the plate, or nothing in a layer.</summary>
    /// <param name="mode">What the node puts out.</param>
    /// <param name="copy">The plate's copy, where it was begun.</param>
    public void Begin(OutputMode mode, PendingLoop? copy)
    {
        bool showsPlate = mode.ShowsPlate();
        if (!showsPlate || !PlateCoversAll)
        {
            for (int y = 0; y < _asked.Height; y++)
                _asked.RowSpan(y).Clear();
        }

        if (copy is not null)
            copy.Finish();
        else if (showsPlate)
            PixelCopy.Copy(Plate.View.Crop(PlatePart), Destination);
    }

    /// <summary>Shows the swapped faces.</summary>
    /// <param name="mode">What the node puts out.</param>
    /// <param name="faces">The faces, in the plate's raster.</param>
    /// <param name="mix">0 to 1.</param>
    public void Show(OutputMode mode, IReadOnlyList<ShownFace> faces, float mix)
    {
        if (mode.ShowsPlate())
        {
            foreach (ShownFace face in faces)
            {
                FaceResidual placed = face.Residual(mix).Offset(-PlatePart.X1, -PlatePart.Y1);
                ResidualPaste.Composite(Destination, Destination, placed.Region, placed, Plate.Premultiplied);
            }
        }
        else if (faces.Count > 0)
        {
            ShowLayer(mode, faces, mix);
        }
    }

    // Put together in floats and written once: faces may overlap.
    private void ShowLayer(OutputMode mode, IReadOnlyList<ShownFace> faces, float mix)
    {
        RectI region = faces.Select(face => face.Swapped.Region).Aggregate((all, next) => all.Union(next)).Intersect(PlatePart);
        if (region.IsEmpty)
            return;

        RectI place = region.Offset(-PlatePart.X1, -PlatePart.Y1);
        using Plane matte = new(region.Width, region.Height);
        if (mode == OutputMode.FaceLayer)
        {
            using ImageBuffer layer = new(region.Width, region.Height);
            foreach (ShownFace face in faces)
                LayerWriter.AddFace(Plate.View, region, face.Residual(mix), Plate.Premultiplied, layer, matte);
            LayerWriter.Write(layer, place, Destination);
            return;
        }

        foreach (ShownFace face in faces)
            LayerWriter.AddMatte(region, mode == OutputMode.Matte ? face.Residual(mix) : face.FaceAlone(mix), matte);
        LayerWriter.Write(matte, place, Destination);
    }
}
