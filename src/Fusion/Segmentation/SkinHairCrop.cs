using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>
/// What the skin, clothes and hair network takes: an upright square around a face, at the exposure that photographs of
/// faces have. Owns its memory.
/// </summary>
/// <remarks>It needs to know where the face is, but none of its points: it is sampled while these are still being found (<see cref="WorkAhead"/>).</remarks>
internal sealed class SkinHairCrop : IDisposable
{
    /// <summary>The square's side in pixels.</summary>
    public const int Side = 512;

    // The crop's side by the longer side of the face's box: the whole head of hair, little else. (At 1.6 the network
    // misses half of the hair.)
    private const float Margin = 2.2f;

    // The half axes of the middle of a face by the longer side of its box: brows to lower lip, cheek to cheek, turned or not.
    private const float MiddleAcross = 0.28f;
    private const float MiddleAlong = 0.4f;

    // Values as they are: the exposure is measured on them before the network's own terms.
    private static readonly TensorFormat Plain = new(ChannelOrder.Rgb, System.Numerics.Vector3.One, default, ClampToUnit: false);

    /// <summary>Samples the crop; the network isn't needed for it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="face">The square in which the face's points are looked for, <see cref="FaceCrop.LandmarkMargin"/> times as large as the face.</param>
    public SkinHairCrop(in FrameView frame, FaceCrop face)
    {
        Affine2D gridToSquare = (face with { Side = face.Side * (Margin / FaceCrop.LandmarkMargin) }).ToFrame(Side);
        GridToRaster = gridToSquare.Then(frame.SquareToRaster);
        SquareToGrid = gridToSquare.Invert();
        Input = Tensor.Uninitialized(TensorElement.Float32, [1, 3, Side, Side]);
        Lightness = Plane.Uninitialized(Side, Side);
        Span<float> planes = Input.AsSpan<float>();
        FrameView plate = frame with { Space = frame.Space with { HighlightRollOff = false } };
        plate.SampleTensor(GridToRaster, Plain, Side, Side, planes, EdgeMode.Replicate);
        PlanarPixels.Normalise(planes, Gain(planes), TensorFormat.ImageNet, Lightness);
    }

    /// <summary>What the network takes: 1×3×512×512.</summary>
    public Tensor Input { get; }

    /// <summary>The lightness of the crop at normal exposure, 0 to 1.</summary>
    public Plane Lightness { get; }

    /// <summary>From the crop's continuous coordinates to those of the frame's raster.</summary>
    public Affine2D GridToRaster { get; }

    /// <summary>From the frame's square pixels to the crop's.</summary>
    public Affine2D SquareToGrid { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Input.Dispose();
        Lightness.Dispose();
    }

    // What brings the face's light to normal exposure.
    private static float Gain(ReadOnlySpan<float> planes)
    {
        const int across = (int)(MiddleAcross / Margin * Side), along = (int)(MiddleAlong / Margin * Side);
        RectI box = RectI.FromSize(2 * across, 2 * along).Offset(Side / 2 - across, Side / 2 - along);
        using Plane middle = Ellipse(across, along), roots = Plane.Uninitialized(box.Width, box.Height);
        LuminanceRoots.Fill(planes, Side, Side, box, middle, roots);
        return PlateExposure.OfRoots(roots, middle, middle).Gain;
    }

    // 1 inside, else 0.
    private static Plane Ellipse(int across, int along)
    {
        Plane ellipse = new(2 * across, 2 * along);
        for (int y = 0; y < ellipse.Height; y++)
        {
            float height = (y + 0.5f - along) / along;
            int half = (int)(across * MathF.Sqrt(1 - height * height));
            ellipse.Row(y).Slice(across - half, 2 * half).Fill(1);
        }

        return ellipse;
    }
}
