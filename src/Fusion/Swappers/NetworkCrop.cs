using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swappers;

/// <summary>The aligned square of a frame that a swapping network looks at, and the way back to the frame's raster.</summary>
/// <param name="ToRaster">From continuous coordinates of a crop of the network's own side to those of the frame's raster.</param>
/// <param name="Side">The network's own side in pixels.</param>
/// <param name="Factor">How much finer than that the crop is sampled.</param>
internal readonly record struct NetworkCrop(Affine2D ToRaster, int Side, int Factor)
{
    // Where the soft box is a half and its Gaussian's deviation, in sides: FaceFusion's box mask at its default, but for
    // the crop's sides, where this one is 0.
    private const double BoxInset = 0.075;
    private const float BoxSigma = 0.0375f;

    // The box is smooth: it needs no more pixels than this.
    private const int BoxSide = 128;
    private const int Rim = 2;

    /// <summary>The crop of a face.</summary>
    /// <param name="face">The face.</param>
    /// <param name="pixelAspect">The frame's pixel aspect ratio.</param>
    /// <param name="swapper">The network.</param>
    /// <param name="wantedSide">The crop's side as it was asked for, in pixels; 0 for the network's own.</param>
    public static NetworkCrop Around(Face face, double pixelAspect, FaceSwapper swapper, int wantedSide) => new(
        swapper.Template.CropToRaster(face.Mesh.FivePoints(), swapper.Side, pixelAspect), swapper.Side, Math.Max(1, wantedSide / swapper.Side));

    /// <summary>The box around the crop on the raster.</summary>
    public RectF Bounds => ToRaster.Bounds(RectI.FromSize(Side, Side).ToRectF());

    /// <summary>Swaps the face and carries it to the raster.</summary>
    /// <param name="subject">The frame, the face in it and who is to be seen.</param>
    /// <param name="swapper">The network.</param>
    /// <param name="space">The working space.</param>
    /// <param name="exposure">The plate's exposure.</param>
    /// <param name="normal">The window's pixels at normal exposure.</param>
    /// <param name="window">The pixels of the frame that are worked on.</param>
    /// <param name="plateDetail">How much of the plate's finer detail stays, 0 to 1.</param>
    /// <param name="matte">Gets the network's own matte, 0 to 1.</param>
    /// <returns>The new face at normal exposure, of the window's size; beyond the crop it means nothing. The caller disposes of it.</returns>
    public ImageBuffer Swap(in SwapSubject subject, FaceSwapper swapper, NetworkSpace space, PlateExposure exposure, ImageBuffer normal, RectI window, float plateDetail, Plane matte)
    {
        using ImageBuffer before = Read(subject.Frame, space, exposure);
        using ImageBuffer after = swapper.Swap(before, Factor, subject);

        // What the network saw: it knows nothing beyond black and white.
        ImageMath.Clamp(before);
        PixelPhases.Even(before, Factor);

        Affine2D toCrop = WindowToCrop(window, Side * Factor);
        using ImageBuffer seen = ImageBuffer.Uninitialized(window.Width, window.Height);
        AreaSampler.Sample(before.AsView(), toCrop, NetworkSpace.Working, premultiplied: false, seen);
        ImageBuffer result = ImageBuffer.Uninitialized(window.Width, window.Height);
        AreaSampler.Sample(after.AsView(), toCrop, NetworkSpace.Working, premultiplied: false, result);
        ImageMath.Channel(result, 3, matte);
        PlaneMath.Clamp(matte, 0, 1, matte);
        DetailKeep.Apply(normal, seen, plateDetail, result);
        return result;
    }

    /// <summary>1 where a window's pixels lie in the crop, else 0; the caller disposes of it.</summary>
    /// <param name="window">The window.</param>
    public Plane Covered(RectI window) => Box(window, 0, 0);

    /// <summary>A box with soft sides that ends before the crop does; the caller disposes of it.</summary>
    /// <param name="window">The pixels of the frame that it is wanted for.</param>
    public Plane SoftBoxIn(RectI window) => Box(window, BoxInset, BoxSigma);

    private Plane Box(RectI window, double inset, float sigma)
    {
        using Plane box = Plane.Uninitialized(BoxSide, BoxSide);
        double from = Math.Max(Rim, inset * BoxSide);
        SoftBox.Fill(from, from, BoxSide - from, BoxSide - from, sigma * BoxSide, box);
        ClearRim(box);
        using ImageBuffer sampled = ImageBuffer.Uninitialized(window.Width, window.Height);
        AreaSampler.Sample(box.AsView(), WindowToCrop(window, BoxSide), NetworkSpace.Working, premultiplied: false, sampled, EdgeMode.Zero);
        Plane plane = Plane.Uninitialized(window.Width, window.Height);
        ImageMath.Channel(sampled, 3, plane);
        PlaneMath.Clamp(plane, 0, 1, plane);
        return plane;
    }

    // As far as the bicubic filter reaches from beyond the crop.
    private static void ClearRim(Plane box)
    {
        for (int y = 0; y < BoxSide; y++)
        {
            if (y is < Rim or >= BoxSide - Rim)
                box.Row(y).Clear();
            box.Row(y)[..Rim].Clear();
            box.Row(y)[^Rim..].Clear();
        }
    }

    private ImageBuffer Read(in FrameView frame, NetworkSpace space, PlateExposure exposure)
    {
        using ImageBuffer crop = ImageBuffer.Uninitialized(Side * Factor, Side * Factor);
        PixelView pixels = frame.PixelsFor(ToRaster, RectI.FromSize(Side, Side).Inflate(1));
        PixelPhases.Sample(pixels, ToRaster, space, frame.Premultiplied, Factor, crop);
        return exposure.ToNormal(crop);
    }

    private Affine2D WindowToCrop(RectI window, int side) =>
        Affine2D.Translation(window.X1, window.Y1).Then(ToRaster.Invert()).Then(Affine2D.Scaling((double)side / Side, (double)side / Side));
}
