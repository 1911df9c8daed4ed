using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Rendering;

/// <summary>
/// The rows of an output that belong to the field which is not being rendered. A host that renders interlaced pictures
/// field by field gives plates whose field is doubled to the full height, and an output that holds both fields: the face
/// is put into the whole picture, as it stands at the field's own time, and the other field's rows are put back.
/// </summary>
internal sealed class OtherField : IDisposable
{
    private readonly PixelView _window;
    private readonly int _first;
    private readonly ImageBuffer _rows;

    private OtherField(PixelView window, int first)
    {
        _window = window;
        _first = first;

        // Storage alone: no pixel takes more than a vector's 16 bytes.
        _rows = ImageBuffer.Uninitialized(window.Width, (window.Height - first + 1) / 2);
        for (int i = 0; i < _rows.Height; i++)
            _window.RowSpan(_first + 2 * i).CopyTo(Row(i));
    }

    /// <summary>Keeps the rows that a render must not touch; <see langword="null"/> when it may touch all.</summary>
    /// <param name="output">The output.</param>
    /// <param name="window">The render window, in the host's pixels.</param>
    /// <param name="field">What to render, one of OpenFX's fields.</param>
    public static OtherField? Keep(in RasterImage output, OfxRectI window, string field)
    {
        if (field is not (OfxValues.kOfxImageFieldLower or OfxValues.kOfxImageFieldUpper) || output.IsSingleField)
            return null;

        RectI part = output.ToRaster(window).Intersect(output.View.Bounds);

        // The lower field is rows 0, 2, 4 …, counted upwards.
        int rowAtTop = output.Bounds.y2 - 1 - part.Y1;
        bool topIsOther = int.IsEvenInteger(rowAtTop) != (field == OfxValues.kOfxImageFieldLower);
        int first = topIsOther ? 0 : 1;
        return part.Width > 0 && part.Height > first ? new OtherField(output.PixelsOf(part).Crop(part), first) : null;
    }

    /// <summary>Puts the rows back.</summary>
    public void Dispose()
    {
        for (int i = 0; i < _rows.Height; i++)
            Row(i).CopyTo(_window.RowSpan(_first + 2 * i));
        _rows.Dispose();
    }

    private Span<byte> Row(int i) => MemoryMarshal.AsBytes<Vector4>(_rows.Row(i))[..(_window.Width * _window.BytesPerPixel)];
}
