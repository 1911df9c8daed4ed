using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Device.Functions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Device;

/// <summary>What <see cref="CropPaste"/> and <see cref="ResidualPaste"/> do, in a card's memory: within 2e-6 of the largest value, and the same bits wherever nothing changes.</summary>
public static class DevicePaste
{
    /// <summary>Adds what a network changed in a crop to an image that holds the plate. See <see cref="CropPaste.Apply"/>.</summary>
    /// <param name="device">The card.</param>
    /// <param name="image">The host's image, already holding the plate; changed in place.</param>
    /// <param name="window">The pixels that may change; cut to the image.</param>
    /// <param name="crop">The changed crop.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Crop(KernelDevice device, in DeviceImage image, RectI window, in DeviceCrop crop, bool premultiplied)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (image.Layout == PixelLayout.Alpha || !crop.ToFrame.TryInvert(out Affine2D toCrop))
            return;
        RectF covered = crop.ToFrame.Bounds(RectI.FromSize(crop.Width, crop.Height).ToRectF());
        RectI part = RectI.FromBounds(covered).Inflate(1).Intersect(window).Intersect(RectI.FromSize(image.Width, image.Height));
        if (part.IsEmpty)
            return;

        HostLayout layout = image.ToLayout(premultiplied);
        DeviceMemory residual = device.Rent((long)crop.Width * crop.Height * DeviceCells.PixelBytes);
        device.Launch("CropResidual", crop.Width, crop.Height, device.Arguments.Clear()
            .Add(crop.Original.Of(DeviceCells.PixelBytes)).Add(crop.Result.Of(DeviceCells.PixelBytes)).Add(crop.Matte.Of(sizeof(float)))
            .Add(residual.Of(DeviceCells.PixelBytes)).Add(crop.Mix).Add(ColourTransform.Of(crop.Space)));
        using DeviceCells cells = DeviceCells.OfPixels(device, residual, crop.Width, crop.Height, toCrop, part, EdgeMode.Zero);
        device.Launch("PasteCrop" + image.Format, part.Width, part.Height, device.Arguments.Clear()
            .Add(image.Samples).Add(cells.Pixels).Add(cells.Tables).Add(layout)
            .Add(new PasteWindow { X = part.X1, Y = part.Y1, Stride = cells.Stride })
            .Add(CropPlace.Of(toCrop, crop.Width, crop.Height)).Add(cells.Horizontal).Add(cells.Vertical));
        device.Return(residual);
    }

    /// <summary>Adds what changed in a face's region to an image that holds the plate. See <see cref="ResidualPaste.Composite"/>, which copies the plate first.</summary>
    /// <param name="device">The card.</param>
    /// <param name="image">The host's image, already holding the plate; changed in place.</param>
    /// <param name="window">The pixels that may change; cut to the image and to the region.</param>
    /// <param name="region">Where the face lies in the image; its (X1, Y1) is (0, 0) of the crop, which has its size and no map.</param>
    /// <param name="face">The plate in the working space, what it should become, and the matte.</param>
    /// <param name="premultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <exception cref="DeviceException">The card refuses.</exception>
    public static void Face(KernelDevice device, in DeviceImage image, RectI window, RectI region, in DeviceCrop face, bool premultiplied)
    {
        ArgumentNullException.ThrowIfNull(device);
        RectI part = region.Intersect(window).Intersect(RectI.FromSize(image.Width, image.Height));
        if (image.Layout == PixelLayout.Alpha || part.IsEmpty)
            return;

        HostLayout layout = image.ToLayout(premultiplied);
        DeviceMemory changes = device.Rent((long)face.Width * face.Height * DeviceCells.PixelBytes);
        device.Launch("FaceResidual", face.Width, face.Height, device.Arguments.Clear()
            .Add(face.Original.Of(DeviceCells.PixelBytes)).Add(face.Result.Of(DeviceCells.PixelBytes)).Add(face.Matte.Of(sizeof(float)))
            .Add(changes.Of(DeviceCells.PixelBytes)).Add(face.Mix).Add(layout.IsPremultiplied).Add(ColourTransform.Of(face.Space)));
        device.Launch("PasteFace" + image.Format, part.Width, part.Height, device.Arguments.Clear()
            .Add(image.Samples).Add(changes.Of(DeviceCells.PixelBytes)).Add(layout)
            .Add(new PasteWindow { X = part.X1, Y = part.Y1, SourceX = region.X1, SourceY = region.Y1, Stride = face.Width }));
        device.Return(changes);
    }
}
