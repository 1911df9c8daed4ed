using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Node.DeviceImages;

/// <summary>
/// An image in a card's memory and room for it in the processor's, whose pages are touched only where pixels were brought
/// over.
/// </summary>
internal sealed class DeviceMirror : FrameSource, IDisposable
{
    // Parts are brought in multiples of so many pixels, so that what lies next to one comes along.
    private const int Grain = 64;
    private const int StoragePixelBytes = 16;

    private readonly KernelDevice _device;
    private readonly DeviceImage _image;
    private readonly ImageBuffer _storage;
    private readonly List<RectI> _there = [];
    private readonly Lock _gate = new();

    /// <summary>Nothing is brought over yet.</summary>
    /// <param name="device">The card; for this render alone.</param>
    /// <param name="image">The image.</param>
    public DeviceMirror(KernelDevice device, in DeviceImage image)
    {
        _device = device;
        _image = image;

        // Storage alone: rows of whole vectors.
        int rowBytes = checked(image.Width * image.PixelBytes), vectors = (rowBytes + StoragePixelBytes - 1) / StoragePixelBytes;
        _storage = ImageBuffer.Uninitialized(vectors, image.Height);
        PixelView all = _storage.AsView();
        nint top = image.RowBytes < 0 && image.Height > 0 ? all.RowAddress(image.Height - 1) : all.TopLeft;
        View = new PixelView(top, image.RowBytes < 0 ? -all.RowBytes : all.RowBytes, image.Width, image.Height, image.Format, image.Layout);
    }

    /// <summary>The image on the card.</summary>
    public DeviceImage Image => _image;

    /// <summary>The image as the processor sees it; what was not brought over is undefined.</summary>
    public PixelView View { get; }

    /// <inheritdoc/>
    public override void Require(RectI part)
    {
        lock (_gate)
        {
            if (part.IsEmpty || _there.Exists(there => there.Contains(part)))
                return;
            RectI wider = new RectI(
                part.X1 / Grain * Grain, part.Y1 / Grain * Grain, (part.X2 + Grain - 1) / Grain * Grain, (part.Y2 + Grain - 1) / Grain * Grain).Intersect(_image.Bounds);
            DeviceTransfer.Download(_device, _image, wider, View);
            _there.Add(wider);
        }
    }

    /// <inheritdoc/>
    public override bool TrySample(
        Affine2D pictureToRows, bool everySecondRow, NetworkSpace space, bool premultiplied, in TensorFormat format, int width, int height, Span<float> planar)
    {
        (int cellWidth, int cellHeight) = AreaSampler.CellOf(pictureToRows);
        lock (_gate)
        {
            if ((long)cellWidth * cellHeight * _image.PixelBytes <= StoragePixelBytes || _there.Exists(there => there.Contains(_image.Bounds)))
                return false;
            DeviceReduction.SampleTensor(_device, everySecondRow ? _image.EverySecondRow() : _image, pictureToRows, space, premultiplied, format, width, height, planar);
            return true;
        }
    }

    /// <summary>Copies a part within the card's memory into another image of the same format and layout.</summary>
    /// <param name="part">Which pixels.</param>
    /// <param name="target">The other image.</param>
    /// <param name="place">Where they go.</param>
    public void CopyTo(RectI part, DeviceMirror target, RectI place) => DeviceTransfer.Copy(_device, _image, part, target._image, place);

    /// <summary>Fills a part on the card with zeros.</summary>
    /// <param name="part">Which pixels.</param>
    public void Clear(RectI part) => DeviceTransfer.Clear(_device, _image, part);

    /// <summary>Takes a part back to the card.</summary>
    /// <param name="part">Which pixels.</param>
    public void Upload(RectI part) => DeviceTransfer.Upload(_device, View, part, _image);

    /// <inheritdoc/>
    public void Dispose() => _storage.Dispose();
}
