using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Rendering;

/// <summary>
/// The window of an output, wherever it lies. On a graphics card the plate is copied within the card; the rectangles that show
/// more are made by the processor, with the same code and bits as everywhere, and go over.
/// </summary>
/// <param name="plate">The plate.</param>
/// <param name="output">The output, beside the plate.</param>
/// <param name="renderWindow">What the host asks for, in its pixel coordinates.</param>
/// <param name="field">What to render, one of OpenFX's fields.</param>
internal sealed class FrameOutput(RasterImage plate, RasterImage output, OfxRectI renderWindow, string field) : IDisposable
{
    private readonly OutputWindow _window = new(plate, output, renderWindow);
    private readonly bool _isOneField = field is OfxValues.kOfxImageFieldLower or OfxValues.kOfxImageFieldUpper;
    private PendingLoop? _copy;

    /// <summary>Begins to copy the plate to where the output shows it, beside whatever is done until the window is filled: networks leave the memory idle.</summary>
    /// <param name="mode">What the node puts out.</param>
    public void BeginPlate(OutputMode mode)
    {
        // Rows of the other field are kept aside before anything is written.
        if (plate.Mirror is null && output.Mirror is null && mode.ShowsPlate() && !_isOneField && _window.PlateCoversAll)
            _copy = _window.BeginPlate();
    }

    /// <summary>Ends what was begun and isn't wanted any more.</summary>
    public void Dispose() => _copy?.Dispose();

    /// <summary>Fills the window.</summary>
    /// <param name="mode">What the node puts out.</param>
    /// <param name="regions">The faces' rectangles in the plate's raster, if the output shows more than plate or nothing only there; null if it may anywhere.</param>
    /// <param name="show">Shows the faces in a window that holds the plate, or nothing in a layer.</param>
    public void Fill(OutputMode mode, IReadOnlyList<RectI>? regions, Action<OutputWindow> show)
    {
        if (plate.Mirror is not { } source || output.Mirror is not { } target)
        {
            Fill(_window, mode, show);
            return;
        }

        // Rows of the other field stay as they are: they are brought over, kept, and go back with the rest.
        bool hasOneFormat = plate.View.Format == output.View.Format && plate.View.Layout == output.View.Layout;
        if (regions is null || _isOneField || (mode.ShowsPlate() && !hasOneFormat))
        {
            Make(_window.Asked, mode, show, source, target);
            return;
        }

        if (!mode.ShowsPlate() || !_window.PlateCoversAll)
            target.Clear(_window.Asked);
        if (mode.ShowsPlate())
            source.CopyTo(_window.PlatePart, target, _window.Covered);
        foreach (RectI place in Apart(regions))
            Make(place, mode, show, source, target);
    }

    private void Make(RectI place, OutputMode mode, Action<OutputWindow> show, DeviceMirror source, DeviceMirror target)
    {
        OutputWindow part = new(plate, output, output.ToHost(place));
        if (mode.ReadsPlate())
            source.Require(part.PlatePart);
        Fill(part, mode, show);
        target.Upload(place);
    }

    private void Fill(in OutputWindow window, OutputMode mode, Action<OutputWindow> show)
    {
        using OtherField? other = OtherField.Keep(output, output.ToHost(window.Asked), field);
        window.Begin(mode, _copy);
        show(window);
    }

    // The regions' places in the window; those that overlap become one, so that the faces in them are made together.
    private List<RectI> Apart(IReadOnlyList<RectI> regions)
    {
        List<RectI> places = [];
        foreach (RectI region in regions)
        {
            RectI place = region.Intersect(_window.PlatePart).Offset(_window.Covered.X1 - _window.PlatePart.X1, _window.Covered.Y1 - _window.PlatePart.Y1);
            for (int i = Overlapping(); i >= 0; i = Overlapping())
            {
                place = place.Union(places[i]);
                places.RemoveAt(i);
            }

            if (!place.IsEmpty)
                places.Add(place);

            int Overlapping() => places.FindIndex(other => !other.Intersect(place).IsEmpty);
        }

        return places;
    }
}
